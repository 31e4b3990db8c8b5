#!/bin/sh
# Makes the cluster at the first start, then becomes the server: entrypoint.sh postgres [-c name=value …]
set -eu
if [ "$1" = postgres ] && [ ! -s "$PGDATA/PG_VERSION" ]; then
  passwords=$(mktemp)
  if [ -n "${POSTGRES_PASSWORD_FILE:-}" ]; then
    cat "$POSTGRES_PASSWORD_FILE" >"$passwords"
  else
    printf '%s\n' "${POSTGRES_PASSWORD:?set the password of the superuser, or POSTGRES_PASSWORD_FILE}" >"$passwords"
  fi
  initdb --username="${POSTGRES_USER:-postgres}" --pwfile="$passwords" --auth-host=scram-sha-256 --auth-local=scram-sha-256 --no-instructions >/dev/null
  rm "$passwords"
  # Where no hba_file is given: by password from everywhere.
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
fi
[ "$1" = postgres ] || exec "$@"
shift
exec postgres -c listen_addresses='*' "$@"
