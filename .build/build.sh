# Builds what is stale: the console, the jars, the unpacked application and its start-up caches.
# shellcheck shell=bash disable=SC2034,SC2054

AOT=()

# Whether anything under the other paths is newer than the first.
newer() {
  local than=$1
  shift
  [ ! -e "$than" ] || [ -n "$(find "$@" -newer "$than" -print -quit 2>/dev/null)" ]
}

# Runs one step of the build: a line on the terminal, everything it says into the log.
step() {
  local name=$1 began=$SECONDS
  shift
  mkdir -p "$(dirname "$LOG")"
  printf '  building %-28s' "$name"
  if "$@" >>"$LOG" 2>&1; then
    printf '%4d s\n' $((SECONDS - began))
  else
    printf 'failed\n\n'
    tail -n 40 "$LOG" >&2
    fail "Building $name failed; $LOG has all of it."
  fi
}

build_product() {
  find_java
  if has_console; then
    find_node
    build_console
  fi
  build_jars
  build_app
  build_caches
  AOT=(-XX:AOTCache="$APP/moked.aot" -Xlog:aot=off,cds=off)
}

has_console() { [ -f console/package.json ]; }

install_console() {
  local stamp=console/node_modules/.moked-stamp
  if newer "$stamp" console/package-lock.json; then
    step 'the console (packages)' npm --prefix console ci --no-audit --no-fund --prefer-offline
    touch "$stamp"
  fi
}

build_console() {
  install_console
  local made=console/dist/index.html
  if newer "$made" console/{src,public,index.html,package-lock.json,vite.config.ts} \
    server/src/main/resources/openapi; then
    step 'the console' npm --prefix console run build
    touch "$made"
  fi
}

# Maven leaves a jar as old as it is where nothing in it has changed.
build_jars() {
  if newer "$SIMULATOR" pom.xml simulator/pom.xml simulator/src/main; then
    step 'the simulator' maven -pl simulator package -DskipTests
    touch "$SIMULATOR"
  fi
  if newer server/target/moked.jar pom.xml server/pom.xml server/src/main console/dist; then
    step 'the server' maven -pl server package -DskipTests
    touch server/target/moked.jar
  fi
}

# Jars side by side start faster than jars in a jar, and a start-up cache needs them so.
build_app() {
  if newer "$APP/moked.jar" server/target/moked.jar; then
    rm -rf "$APP"
    "$JAVA" -Djarmode=tools -jar server/target/moked.jar extract --destination "$APP" >>"$LOG"
    touch "$APP/moked.jar"
  fi
}

# A cache fits one JDK and one jar; the JVM checks both, and does without one that does not fit.
build_caches() {
  if newer simulator/target/moked-simulator.aot "$SIMULATOR" "$JAVA_HOME/release"; then
    step "the simulator's start-up cache" train_simulator
  fi
  if newer "$APP/moked.aot" "$APP/moked.jar" "$JAVA_HOME/release"; then
    step 'the start-up cache' train_server
  fi
}

train_simulator() {
  local flags=(-Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1)
  "$JAVA" "${flags[@]}" -XX:AOTCacheOutput=simulator/target/moked-simulator.aot -jar "$SIMULATOR" \
    --port "$(any_port)" --mail-port "$(any_port)" --smtp-port "$(any_port)" --stop-with-stdin </dev/null
}

# Learns from a short life of the demo on a database that is thrown away.
train_server() {
  local data demo port cache=$PWD/$APP/moked.aot
  port=$(any_port)
  data=$(mktemp -d)
  "$JAVA" "${JVM[@]}" -XX:AOTCacheOutput="$cache.new" -Xlog:aot=error -jar "$APP/moked.jar" \
    demo --simulator "$SIMULATOR" --port "$port" --data "$data" --quiet --no-open &
  demo=$!
  await_demo "$data" "$demo" || return 1
  for path in / /api/v1/me /api/v1/conversations /health/ready; do
    curl -s -o /dev/null "http://127.0.0.1:$port$path" || true
  done
  stop "$demo"
  rm -rf "$data"
  mv "$cache.new" "$cache"
}

# Waits until the demo of process $2 says in directory $1 that it can be used.
await_demo() {
  until [ -f "$1/demo.json" ]; do
    kill -0 "$2" 2>/dev/null || return 1
    sleep 0.2
  done
}

stop() {
  kill "$1" 2>/dev/null || true
  wait "$1" || true
}
