# The demo while it is being changed.
# shellcheck shell=bash

readonly DEV=target/dev
DEV_CONSOLE='' DEV_SERVER='' FIRST=yes

# Restarts the server after each change that compiles; Vite does the same for the console.
dev() {
  find_java
  find_node
  build_parts packages simulator simulator_app
  SIMULATOR=$(use_app simulator)/moked-simulator.jar
  mkdir -p "$DEV"
  trap 'stop "$DEV_CONSOLE"; stop "$DEV_SERVER"' EXIT
  start_console "$(port_of "$@")"
  while true; do
    touch "$DEV/seen"
    say 'Compiling the server.'
    if compile_server; then
      stop "$DEV_SERVER"
      start_server "$@"
      begin_anew_once "$@"
      set -- "${ARGUMENTS[@]}"
    else
      say 'That does not compile, so the server stays as it was. The next change is tried again.'
    fi
    await_change
  done
}

# Fills ARGUMENTS with all but --fresh.
begin_anew_once() {
  local argument
  ARGUMENTS=()
  for argument in "$@"; do
    [ "$argument" = --fresh ] || ARGUMENTS+=("$argument")
  done
}

# Prints the port among the arguments.
port_of() {
  local port=8080
  while [ $# -gt 0 ]; do
    if [ "$1" = --port ]; then port=$2; fi
    shift
  done
  say "$port"
}

start_console() {
  (
    cd console || exit
    npm run --silent api
    MOKED_SERVER=http://127.0.0.1:$1 exec node node_modules/vite/bin/vite.js
  ) &
  DEV_CONSOLE=$!
}

compile_server() {
  local outcome=0 classpath=$DEV/classpath
  lock
  if [ ! -e "$classpath" ] || newer "$classpath" pom.xml server/pom.xml; then
    maven -q -pl server dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$PWD/$classpath" || outcome=$?
  fi
  [ "$outcome" -ne 0 ] || maven -q -pl server compile || outcome=$?
  unlock
  return "$outcome"
}

# From classes of its own, which no compiler touches while it runs.
start_server() {
  rm -rf "$DEV/classes"
  cp -R server/target/classes "$DEV/classes"
  "$JAVA" "${JVM[@]}" -XX:TieredStopAtLevel=1 -cp "$DEV/classes:$(cat "$DEV/classpath")" io.moked.Moked \
    demo --no-open --simulator "$SIMULATOR" "$@" &
  DEV_SERVER=$!
}

# A first server that refuses to start has said why, and no change of the sources would help.
await_change() {
  local code=0 first=$FIRST
  FIRST=''
  until newer "$DEV/seen" server/src/main pom.xml server/pom.xml; do
    if [ -n "$DEV_SERVER" ] && ! kill -0 "$DEV_SERVER" 2>/dev/null; then
      wait "$DEV_SERVER" || code=$?
      DEV_SERVER=''
      if [ "$code" -eq 78 ] && [ -n "$first" ]; then exit 78; fi
      say "The server has ended ($code). It starts again after the next change."
    fi
    sleep 1
  done
}
