#!/bin/bash
# Writes server.properties from the environment (KAFKA_LOG_DIRS → log.dirs, __ → _), formats an empty folder, starts. Where the file
# /run/identity/logins is (a login and its password a line), brokers log in to each other as `broker`, and all of them are known from
# the first start. For this folder's image and for the official one alike.
set -euo pipefail
umask 077
properties=/tmp/server.properties
logins=/run/identity/logins
env | sed -nE 's/^KAFKA_([A-Z0-9_]+)=(.*)$/\1 \2/p' | while read -r name value; do
  case $name in OPTS | HEAP_OPTS | VERSION | HOME | LOG4J_OPTS | JVM_PERFORMANCE_OPTS) continue ;; esac
  name=${name,,}
  name=${name//__/%}
  name=${name//_/.}
  printf '%s=%s\n' "${name//%/_}" "$value"
done >"$properties"
scram=()
if [ -r "$logins" ]; then
  while read -r login password; do
    scram+=(--add-scram "SCRAM-SHA-512=[name=$login,password=$password]")
    [ "$login" = broker ] || continue
    for listener in inside outside; do
      printf 'listener.name.%s.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="%s" password="%s";\n' \
        "$listener" "$login" "$password" >>"$properties"
    done
  done <"$logins"
fi
java=(java -cp '/opt/kafka/libs/*')
"${java[@]}" -Xmx128m kafka.tools.StorageTool format --ignore-formatted --cluster-id="${CLUSTER_ID:?}" -c "$properties" ${scram[@]+"${scram[@]}"} >/dev/null
# Word splitting is wanted: the variables hold several options.
exec "${java[@]}" ${KAFKA_HEAP_OPTS:--Xmx512m} ${KAFKA_OPTS:-} kafka.Kafka "$properties"
