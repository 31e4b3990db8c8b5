# Every image of the system out of bindery/base:local. Sourced by ../ci.sh; wants $root and $work.

export DOCKER_BUILDKIT=0
services=($(cd "$root" && node -p "Object.keys(require('./services.json').services).join(' ')"))
apps=(gateway "${services[@]}" provider-simulator)

# The sources as git sees them, which is what .dockerignore would leave over.
pack_sources() {
  (cd "$root" && git ls-files --cached --others --exclude-standard -z | while IFS= read -r -d '' file; do [ -e "$file" ] && printf '%s\0' "$file"; done | tar --null -T - -c) >"$work/sources.tar"
}

build() { # build <tag> <arguments of docker build …>, the context on standard input
  local tag=$1
  shift
  nice -n 10 docker build --quiet --network host --build-arg BASE_IMAGE=bindery/base:local --tag "bindery/$tag:local" "$@" - >"$work/build.log" 2>&1 ||
    { grep -v -i deprecated "$work/build.log" | tail -n 20; return 1; }
}

build_app_images() {
  local app dockerfile=infra/docker/Dockerfile
  pack_sources || return
  # Tagged so that its layer outlives the run and the packages are not installed again.
  build dependencies --file $dockerfile --target dependencies <"$work/sources.tar" || return
  build provision --file $dockerfile --target provision <"$work/sources.tar" || return
  for app in "${apps[@]}"; do build "$app" --file $dockerfile --build-arg "APP=$app" <"$work/sources.tar" || return; done
}

build_postgres_image() { tar -C "$root/infra/docker/postgres" -c . | build postgres; }

build_kafka_image() {
  local jars
  jars=$(cd "$root" && node -r ./tools/runtime/register.cjs tools/kafka/print-jars-folder.ts) || return
  # Whoever fetched the jars first may have kept them for itself; the image runs as another user.
  tar -c --mode=a+rX -C "$root/infra/docker/kafka" . -C "$(dirname "$jars")" --transform "s,^$(basename "$jars"),libs," "$(basename "$jars")" | build kafka
}
