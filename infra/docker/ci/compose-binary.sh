# Docker Compose 2 from its Go module, where no package of it is installed. Sourced by ../ci.sh; wants $cache and $work.

compose_version=v2.40.3

# Puts the path of a Compose into $compose; builds it once (some 80 s of two cores) and keeps it in the cache.
make_compose() {
  compose=$cache/docker-compose-$compose_version
  [ -x "$compose" ] && return
  local module=$work/compose-module
  mkdir -p "$module"
  (
    cd "$module" || exit 1
    go mod init bindery-compose && nice -n 10 go get "github.com/docker/compose/v2/cmd@$compose_version" &&
      nice -n 10 go build -ldflags '-s -w' -o "$compose.part" github.com/docker/compose/v2/cmd && mv "$compose.part" "$compose"
  ) >"$work/compose.log" 2>&1 || { tail -n 5 "$work/compose.log"; return 1; }
}
