# Finds the tools a build needs, and says what to install where one is missing.
# shellcheck shell=bash disable=SC2034

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Whether version $1 is at least $2.
at_least() { [ "$(printf '%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

java_version() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null; }

java_candidates() {
  printf '%s\n' "${JAVA_HOME:-}"
  local java
  java=$(command -v java) && dirname "$(dirname "$(realpath "$java")")"
  printf '%s\n' /usr/lib/jvm/* /opt/java/* ~/.sdkman/candidates/java/* ~/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home ~/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk/libexec/openjdk.jdk/Contents/Home
}

# Sets JAVA_HOME and JAVA to a JDK that is new enough.
find_java() {
  local home version
  while read -r home; do
    version=$(java_version "$home") || continue
    if [ -x "$home/bin/javac" ] && [ "${version:-0}" -ge "$JAVA_NEEDED" ]; then
      export JAVA_HOME=$home
      JAVA=$home/bin/java
      return
    fi
  done < <(java_candidates)
  fail "Moked needs a JDK $JAVA_NEEDED or newer, and there is none here.
Install one from https://adoptium.net (or: sdk install java 25-tem), or set JAVA_HOME to it."
}

node_candidates() {
  command -v node || true
  printf '%s\n' ~/.nvm/versions/node/*/bin/node ~/.volta/bin/node \
    ~/.local/share/fnm/node-versions/*/installation/bin/node /usr/local/bin/node /opt/homebrew/bin/node
}

# Puts a Node that is new enough on the PATH.
find_node() {
  local node version
  while read -r node; do
    [ -x "$node" ] || continue
    version=$("$node" --version 2>/dev/null) || continue
    if at_least "${version#v}" "$NODE_NEEDED"; then
      PATH=$(dirname "$node"):$PATH
      command -v npm >/dev/null && return
    fi
  done < <(node_candidates)
  fail "The console is built with Node $NODE_NEEDED or newer and npm, and there is none here.
Install them from https://nodejs.org (or: nvm install 24)."
}

# Prints the browser that the browser tests drive.
find_chromium() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
    if [ -n "$name" ] && command -v "$name"; then return; fi
  done
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  { apt-get update && apt-get install -y --no-install-recommends chromium; } >>"$LOG" 2>&1
  command -v chromium
}

# How package $1 is installed here.
way_to_install() {
  local tool
  for tool in 'apt-get install' 'dnf install' 'pacman -S' 'zypper install' 'apk add'; do
    if command -v "${tool%% *}" >/dev/null; then say "sudo $tool $1" && return; fi
  done
  say "brew install --cask $1"
}

maven() { ./mvnw --batch-mode "$@"; }

# A port that most likely nobody uses.
any_port() { echo $((20000 + RANDOM % 10000)); }
