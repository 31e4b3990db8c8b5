#!/bin/bash
# Writes server.properties from the environment (KAFKA_LOG_DIRS → log.dirs, __ → _), formats an empty folder, starts.
set -euo pipefail
properties=/tmp/server.properties
env | sed -nE 's/^KAFKA_([A-Z0-9_]+)=(.*)$/\1 \2/p' | while read -r name value; do
  case $name in OPTS | HEAP_OPTS) continue ;; esac
  name=${name,,}
  name=${name//__/%}
  name=${name//_/.}
  printf '%s=%s\n' "${name//%/_}" "$value"
done >"$properties"
java=(java -cp '/opt/kafka/libs/*')
"${java[@]}" -Xmx128m kafka.tools.StorageTool format --ignore-formatted --cluster-id="${CLUSTER_ID:?}" -c "$properties" >/dev/null
# Word splitting is wanted: the variables hold several options.
exec "${java[@]}" ${KAFKA_HEAP_OPTS:--Xmx512m} ${KAFKA_OPTS:-} kafka.Kafka "$properties"
