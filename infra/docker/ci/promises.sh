# What infra/README.md promises of the containers of ours, seen from inside them. Sourced by ../ci.sh; wants $apps and run_compose.

# Each program: user 1000, a root file system that it cannot write to, no capabilities, healthy by its own health check.
containers_as_promised() {
  local app id broken=0
  for app in "${apps[@]}"; do
    id=$(run_compose ps --quiet "$app")
    expect "$app runs as user 1000" 1000 "$(docker exec "$id" id -u)"
    expect "$app has no capabilities" 0000000000000000 "$(docker exec "$id" sed -n 's/^CapEff:\t//p' /proc/1/status)"
    expect "$app is healthy" healthy "$(docker inspect --format '{{.State.Health.Status}}' "$id")"
    expect "$app cannot write to its image" refused "$(docker exec "$id" sh -c '(echo x >/bindery/x) 2>/dev/null && echo written || echo refused')"
  done
  expect 'all ports are on loopback only' '' "$(docker ps --format '{{.Ports}}' | grep -oE '(0\.0\.0\.0|\[::\]):[0-9]+->' | sort -u)"
  return "$broken"
}

expect() { # expect <words> <wanted> <found>; counts in the caller's $broken
  [ "$2" = "$3" ] && return
  echo "   not so: $1 (found: $3)"
  broken=1
}
