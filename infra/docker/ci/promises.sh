# What infra/README.md promises of the containers, seen from inside them. Sourced by ../ci.sh; wants $apps, $port, $work and run_compose.

# Each: user 1000, a root file system that it cannot write to, no capabilities and no way to more, bounds, healthy by its own health check.
containers_as_promised() {
  local name id broken=0
  for name in "${apps[@]}" postgres kafka; do
    id=$(run_compose ps --quiet "$name")
    expect "$name runs as user 1000" 1000 "$(docker exec "$id" id -u)"
    expect "$name has no capabilities" 0000000000000000 "$(docker exec "$id" sed -n 's/^CapEff:\t//p' /proc/1/status)"
    expect "$name can win no privileges" 1 "$(docker exec "$id" sed -n 's/^NoNewPrivs:\t//p' /proc/1/status)"
    expect "$name is healthy" healthy "$(docker inspect --format '{{.State.Health.Status}}' "$id")"
    expect "$name cannot write to its image" true "$(docker inspect --format '{{.HostConfig.ReadonlyRootfs}}' "$id")"
    expect "$name has bounds" yes "$(docker inspect --format '{{with .HostConfig}}{{if and .Memory .NanoCpus .PidsLimit}}yes{{end}}{{end}}' "$id")"
  done
  for name in "${apps[@]}"; do
    id=$(run_compose ps --quiet "$name")
    expect "$name cannot write to its image" refused "$(docker exec "$id" sh -c '(echo x >/bindery/x) 2>/dev/null && echo written || echo refused')"
    expect "$name runs as in production" production "$(docker exec "$id" sh -c 'echo $NODE_ENV')"
    expect "$name has no password of a database in its environment" '' "$(docker exec "$id" env | grep -oE 'postgres://[^@]*:[^@]*@')"
  done
  expect 'all ports are on loopback only' '' "$(docker ps --format '{{.Ports}}' | grep -oE '(0\.0\.0\.0|\[::\]):[0-9]+->' | sort -u)"
  return "$broken"
}

# From one container to a port of another: yes or no.
reaches() { # reaches <from> <host> <port>
  docker exec "$(run_compose ps --quiet "$1")" node -e '
    const socket = require("net").connect({ host: process.argv[1], port: process.argv[2] });
    const end = (word) => { console.log(word); process.exit(); };
    socket.on("connect", () => end("yes")).on("error", () => end("no")).setTimeout(3000, () => end("no"));' "$2" "$3"
}

# Who has nothing to say to somebody does not reach him.
networks_apart() {
  local name broken=0
  expect 'the gateway reaches services' yes "$(reaches gateway identity 4001)"
  expect 'services reach the database' yes "$(reaches binding postgres 5432)"
  expect 'services reach the world outside' yes "$(reaches binding provider-simulator 4010)"
  expect 'the gateway does not reach the database' no "$(reaches gateway postgres 5432)"
  expect 'the gateway does not reach the world outside' no "$(reaches gateway provider-simulator 4010)"
  for name in postgres:5432 kafka:9092 gateway:4000; do
    expect "the world outside does not reach $name" no "$(reaches provider-simulator "${name%:*}" "${name#*:}")"
  done
  return "$broken"
}

# TLS with a certificate of ours everywhere, a login where there are logins, nothing in clear.
nothing_in_clear() {
  local broken=0 ca=$BINDERY_SECRETS/tls/ca.pem
  expect 'the gateway speaks TLS' 0 "$(curl --silent --output /dev/null --max-time 5 --cacert "$ca" "https://127.0.0.1:$port/"; echo $?)"
  expect 'and nothing else' 000 "$(curl --silent --output /dev/null --max-time 5 --write-out '%{http_code}' "http://127.0.0.1:$port/")"
  expect 'nobody else signed it' 60 "$(curl --silent --output /dev/null --max-time 5 "https://127.0.0.1:$port/"; echo $?)"
  expect 'a service speaks no plain HTTP' refused "$(in_binding 'fetch("http://identity:4001/").then(() => console.log("answered"), () => console.log("refused"))')"
  expect 'PostgreSQL takes nobody without TLS' 28000 "$(knock_at_postgres "$(app_url binding | sed 's/sslmode=verify-full/sslmode=disable/')")"
  expect 'PostgreSQL takes a service with TLS' in "$(knock_at_postgres "$(app_url binding)")"
  expect 'PostgreSQL lets no service into another database' 42501 "$(knock_at_postgres "$(app_url binding | sed 's#/binding?#/identity?#')")"
  expect 'PostgreSQL lets nobody in by trust' 28P01 "$(knock_at_postgres "$(app_url binding | sed 's#//binding_app@#//postgres:guessed@#; s#passfile=[^&]*##')")"
  expect 'Kafka takes nobody without a login' refused "$(in_binding 'ask({ ssl: { ca: [ca] } })')"
  expect 'Kafka takes nobody without TLS' refused "$(in_binding 'ask({})')"
  expect 'Kafka takes nobody with a wrong password' refused "$(in_binding 'ask({ ssl: { ca: [ca] }, sasl: { ...sasl, password: "wrong" } })')"
  expect 'Kafka takes a service with its own' taken "$(in_binding 'ask({ ssl: { ca: [ca] }, sasl })')"
  return "$broken"
}

app_url() { docker exec "$(run_compose ps --quiet "$1")" sh -c 'echo "$DATABASE_URL"'; }
in_binding() { # in_binding <JavaScript>: run in the container of binding
  docker exec "$(run_compose ps --quiet binding)" node -e '
    const { env } = process;
    const ca = require("fs").readFileSync(env.KAFKA_SSL_CA_FILE, "utf8");
    const sasl = { mechanism: "scram-sha-512", username: env.KAFKA_SASL_USERNAME, password: env.KAFKA_SASL_PASSWORD };
    const { Kafka } = require("kafkajs");
    const ask = async (how) => {
      const admin = new Kafka({ brokers: [env.KAFKA_BROKERS.split(",")[0]], logLevel: 0, connectionTimeout: 3000, retry: { retries: 0 }, ...how }).admin();
      // To connect alone asks nothing that a login is needed for.
      console.log(await admin.connect().then(() => admin.listTopics()).then(() => "taken", () => "refused"));
      process.exit();
    };'"$1" 2>/dev/null
}
knock_at_postgres() { # knock_at_postgres <url>: in, or the code of the refusal
  docker exec -e KNOCK="$1" "$(run_compose ps --quiet binding)" node -e '
    const { withClient } = require("@bindery/persistence");
    withClient(process.env.KNOCK, async () => undefined).then(() => console.log("in"), ({ code, message }) => console.log(code ?? message));' 2>/dev/null
}

# The limits of production: no document that no app registered, no introspection, no explorer.
as_in_production() {
  local broken=0 ca=$BINDERY_SECRETS/tls/ca.pem url=https://127.0.0.1:$port
  local ask=(curl --silent --cacert "$ca" --header 'content-type: application/json')
  expect 'a free-form document is refused' DOCUMENT_REQUIRED "$("${ask[@]}" "$url/graphql" --header 'apollographql-client-name: wallet-client' --header 'apollographql-client-version: 1.0.0' --data '{"query":"{ providers { code } }"}' | grep -o DOCUMENT_REQUIRED | head -n 1)"
  expect 'so is introspection' '' "$("${ask[@]}" "$url/graphql" --data '{"query":"{ __schema { types { name } } }"}' | grep -o '"types"')"
  expect 'there is no explorer' 404 "$(curl --silent --cacert "$ca" --output /dev/null --write-out '%{http_code}' "$url/explorer")"
  expect 'a program does not start with limits off' 1 "$(run_compose run --rm --no-deps -e REQUESTS_PER_ADDRESS=1000000 gateway >"$work/refused.log" 2>&1; echo $?)"
  expect 'and says why' REQUESTS_PER_ADDRESS "$(grep -o '^ *REQUESTS_PER_ADDRESS' "$work/refused.log" | tr -d ' ')"
  return "$broken"
}

# New passwords under a running system, and new certificates after a restart.
secrets_renewed() {
  local broken=0 before=$work/before
  rm -rf "$before" && cp -r "$BINDERY_SECRETS/passwords" "$before"
  run_compose run --rm rotate-passwords >"$work/rotate.log" 2>&1 || { tail -n 5 "$work/rotate.log"; return 1; }
  expect 'every password is new' '' "$(cd "$before" && find . -name passfile | while read -r file; do cmp -s "$file" "$BINDERY_SECRETS/passwords/$file" && echo "$file"; done)"
  expect 'a service still gets in' in "$(knock_at_postgres "$(app_url binding)")"
  tool tools/docker/compose-secrets.ts --data "$BINDERY_SECRETS" --port "$port" --renew-certificates >"$work/renew.log" 2>&1 || { tail -n 5 "$work/renew.log"; return 1; }
  return "$broken"
}

expect() { # expect <words> <wanted> <found>; counts in the caller's $broken
  [ "$2" = "$3" ] && return
  echo "   not so: $1 (found: $3)"
  broken=1
}
