# A Docker engine for one run: the one that answers already, or one of our own, started here and stopped by its process id.
# Sourced by ../ci.sh; wants $cache and $work.

engine_pid=''
bridge=bindery$$

install_engine() {
  local missing=()
  command -v dockerd >/dev/null || missing+=(docker.io iptables)
  command -v debootstrap >/dev/null || missing+=(debootstrap)
  command -v ip >/dev/null || missing+=(iproute2)
  command -v curl >/dev/null || missing+=(curl)
  [ ${#missing[@]} -eq 0 ] && return
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$work/apt.log" 2>&1
}

# A network of its own. On docker0, what an engine that was killed left behind still answers at the addresses that are given out anew.
make_bridge() {
  local left number=0
  for left in /sys/class/net/bindery*; do
    [ -e "$left" ] && ! kill -0 "${left##*/bindery}" 2>/dev/null && ip link delete "${left##*/}"
  done
  while ip -4 route show | grep -q "^10\.213\.$number\."; do number=$((number + 1)); done
  ip link add name "$bridge" type bridge && ip address add "10.213.$number.1/24" dev "$bridge" && ip link set "$bridge" up
}

# Its images live in the cache, so that a second run builds only what changed.
start_engine() {
  if timeout 10 docker version >/dev/null 2>&1; then
    echo "   an engine answers already"
    return
  fi
  install_engine || return
  make_bridge || return
  export DOCKER_HOST="unix://$work/docker.sock"
  dockerd --host "$DOCKER_HOST" --bridge "$bridge" --data-root "$cache/engine" --exec-root "$work/exec" --pidfile "$work/dockerd.pid" >"$work/dockerd.log" 2>&1 &
  engine_pid=$!
  for _ in $(seq 60); do
    timeout 5 docker version >/dev/null 2>&1 && return
    kill -0 "$engine_pid" 2>/dev/null || break
    sleep 0.5
  done
  tail -n 5 "$work/dockerd.log"
  return 1
}

stop_engine() {
  [ -n "$engine_pid" ] || return 0
  kill "$engine_pid" 2>/dev/null
  for _ in $(seq 60); do
    kill -0 "$engine_pid" 2>/dev/null || break
    sleep 0.5
  done
  kill -9 "$engine_pid" 2>/dev/null
  # The engine leaves the namespace of host networking mounted.
  umount "$work/exec/netns/default" 2>/dev/null
  ip link delete "$bridge" 2>/dev/null
  true
}
