#!/usr/bin/env bash
# The containers, for real, on a machine that has no Docker engine and reaches no registry of images: an engine, a base by
# debootstrap, every image, the Compose file, the demo against it, and the tests of messaging on containers through
# Testcontainers. After `npm ci`; as root. Leaves nothing running. Last line: N passed, N failed.
set -uo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cache=${BINDERY_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/bindery}/docker
port=${BINDERY_PORT:-7000}
work=$(mktemp -d)
mkdir -p "$cache"
export PATH="$root/node_modules/.bin:$PATH"
for part in engine base compose-binary images promises; do . "$root/infra/docker/ci/$part.sh"; done

passed=0
failed=0
job='' # the process groups at work: of a check, of who looks at its time, of the build of Compose
watch=''
compose_build=''
check() { # check <what> <seconds at most> <function>: counts it; a failure ends the run
  local begun=$SECONDS
  echo "== $1"
  if bounded "$2" "$3"; then
    passed=$((passed + 1))
    echo "   ✓ $((SECONDS - begun)) s"
  else
    failed=$((failed + 1))
    echo "   ✗ $((SECONDS - begun)) s"
    [ -x "$compose" ] && bounded 30 tell_why
    exit 1
  fi
}

# A function in a shell of its own, ended with all that it started when its time is over.
bounded() {
  local code
  set -m
  "$2" &
  job=$!
  (sleep "$1" && echo "   not done after $1 s" && kill -- "-$job") 2>/dev/null &
  watch=$!
  set +m
  wait "$job"
  code=$?
  job=''
  kill -- "-$watch" 2>/dev/null
  wait "$watch" 2>/dev/null
  watch=''
  return $code
}

finish() {
  for group in $job $watch $compose_build; do kill -- "-$group" 2>/dev/null; done
  bounded 60 take_down
  stop_engine
  rm -rf "$work"
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
  exit
}
take_down() {
  [ -x "${compose:-}" ] && run_compose down --volumes --remove-orphans --timeout 20 >/dev/null 2>&1
  # In an engine of our own nothing else is, and tests that were cut short left theirs.
  [ -n "$engine_pid" ] || return 0
  docker ps --all --quiet | xargs --no-run-if-empty docker rm --force --volumes >/dev/null 2>&1
  docker system prune --force --volumes >/dev/null 2>&1
}

compose=$cache/docker-compose-$compose_version
export BINDERY_SECRETS=$work/secrets GATEWAY_PORT=$port SIMULATOR_PORT=$((port + 10)) KAFKA_PORT=$((port + 20))
export BASE_IMAGE=bindery/base:local POSTGRES_IMAGE=bindery/postgres:local KAFKA_IMAGE=bindery/kafka:local
run_compose() { "$compose" --project-name bindery-ci --file "$root/infra/compose/compose.yaml" "$@"; }
tool() { (cd "$root" && node -r ./tools/runtime/register.cjs "$@"); }

start_everything() {
  tool tools/docker/compose-secrets.ts --data "$BINDERY_SECRETS" --port "$port" >/dev/null || return
  run_compose up --detach --wait --wait-timeout 180 --no-build >"$work/up.log" 2>&1 && return
  tail -n 5 "$work/up.log"
  return 1
}
# What somebody needs who reads of a failure: which containers there are, how busy the machine is, what the programs complained of.
tell_why() {
  uptime
  run_compose ps --all --format 'table {{.Name}}\t{{.Status}}'
  run_compose logs --no-color --tail 60 | grep -E '"level":(40|50|60)|rror' | cut -c1-400 | tail -n 30
}
play_demo() { tool tools/demo/main.ts --port "$port" --data "$BINDERY_SECRETS" >"$work/demo.log" 2>&1 || { tail -n 30 "$work/demo.log"; false; }; }
# Fresh processes on two cores may be slower than the gateway waits the first time round; then the demo is played again.
play_demo_when_warm() { play_demo || { echo '   once more, now that everything is warm'; play_demo; }; }
restart_everything() { run_compose restart --timeout 20 postgres kafka "${services[@]}" gateway >"$work/up.log" 2>&1 && start_everything && play_demo_when_warm; }
suites_in_containers() { tool tools/docker/container-suites.ts; }

trap finish EXIT
# A run that was told to stop has not shown what it should.
trap 'failed=$((failed + 1)); exit 1' INT TERM
echo '== a Docker engine'
start_engine || { failed=1; exit 1; }
# What a run that was killed left behind.
bounded 60 take_down
# The Compose build is the longest part and needs nothing of the others.
set -m
make_compose &
compose_build=$!
set +m
check 'a base image by debootstrap' 180 make_base
check 'images of every program' 300 build_app_images
check 'an image of PostgreSQL' 180 build_postgres_image
check 'an image of Kafka' 180 build_kafka_image
echo '== Docker Compose'
wait "$compose_build" || { failed=$((failed + 1)); exit 1; }
compose_build=''
check 'compose up: everything healthy' 240 start_everything
check 'containers run as promised' 60 containers_as_promised
check 'networks are apart' 60 networks_apart
check 'nothing goes in clear, and nobody comes in without a login' 60 nothing_in_clear
check 'limits are those of production' 60 as_in_production
check 'the demo against the containers' 90 play_demo_when_warm
check 'new passwords while it runs, and new certificates' 60 secrets_renewed
check 'everything restarted, and the demo again' 240 restart_everything
run_compose down --volumes --timeout 20 >/dev/null 2>&1
check 'PostgreSQL and Kafka suites on Testcontainers' 480 suites_in_containers
