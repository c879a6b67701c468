# Builds what is stale: the console, the jars, and the two programs unpacked with their start-up caches.
# shellcheck shell=bash disable=SC2034,SC2054

readonly LOG=target/build.log BUILT=target/built
APP='' SIMULATOR='' AOT=()

build_product() {
  find_java
  build_parts packages console simulator simulator_app server server_app
}

# Makes the stale ones of these parts, in their order, while nobody else builds here.
build_parts() {
  if are_fresh "$@"; then return; fi
  lock
  mkdir -p "$BUILT"
  : >"$LOG"
  local part
  for part in "$@"; do
    is_fresh "$part" || make_part "$part"
  done
  unlock
}

are_fresh() {
  local part
  for part in "$@"; do
    is_fresh "$part" || return 1
  done
}

# Whether a part is there, was finished, and nothing it is made of has changed since.
is_fresh() {
  local made of
  case $1 in
    packages) made=console/node_modules of=(console/package-lock.json) ;;
    console)
      made=console/dist/index.html
      of=("$BUILT/packages" console/{src,public,build,index.html,package.json,tsconfig.json,vite.config.ts}
        server/src/main/resources/openapi)
      ;;
    simulator) made=simulator/target/moked-simulator.jar of=(pom.xml simulator/{pom.xml,src/main}) ;;
    server)
      made=server/target/moked.jar
      of=(pom.xml server/{pom.xml,src/main} LICENSE NOTICE THIRD-PARTY.md "$BUILT/console")
      ;;
    bench) made=bench/target/moked-bench.jar of=(pom.xml bench/{pom.xml,src/main}) ;;
    clients) made=simulator/foreign/node_modules of=(simulator/foreign/package-lock.json) ;;
    simulator_app | server_app)
      made=${1%_app}/target/app/java of=("$BUILT/${1%_app}")
      # A start-up cache fits one JDK.
      cmp -s "$made" "$JAVA_HOME/release" || return
      ;;
  esac
  [ -e "$made" ] && [ -e "$BUILT/$1" ] && ! newer "$BUILT/$1" "${of[@]}"
}

# Whether anything under the other paths is newer than the first. The types of the API are made, not written, and the
# folder they are made in is as new as they are.
newer() {
  local than=$1
  shift
  [ -n "$(find "$@" -newer "$than" ! -name schema.d.ts ! -path console/src/api -print -quit 2>/dev/null)" ]
}

# The mark of a part bears the time its making began and appears when it has ended, so that what changed meanwhile
# and what was interrupted is made again.
make_part() {
  if [ -e "$BUILT/.$1" ]; then sweep "$1"; fi
  rm -f "$BUILT/$1"
  touch "$BUILT/.$1"
  "make_$1"
  mv "$BUILT/.$1" "$BUILT/$1"
}

# Takes away what an interrupted Maven would take for whole.
sweep() { rm -rf "$1"/target/{classes,maven-status,*.jar,*.jar.original}; }

# Runs one step of the build: a line on the terminal, everything it says into the log.
step() {
  local name=$1 began=$SECONDS
  shift
  printf '  building %-28s' "$name"
  if "$@" >>"$LOG" 2>&1; then
    printf '%4d s\n' $((SECONDS - began))
  else
    printf 'failed\n\n'
    tail -n 40 "$LOG" >&2
    fail "Building $name failed; $LOG has all of it."
  fi
}

make_packages() {
  find_node
  step 'the console (packages)' npm --prefix console ci --no-audit --no-fund --prefer-offline
}

make_console() {
  find_node
  step 'the console' npm --prefix console run build
}

make_simulator() { step 'the simulator' maven -pl simulator package -DskipTests; }

make_server() { step 'the server' maven -pl server package -DskipTests; }

make_clients() {
  step 'the clients of others' npm --prefix simulator/foreign ci --no-audit --no-fund --prefer-offline
}

make_bench() { step 'the benchmarks' maven -pl bench package -DskipTests; }

make_simulator_app() {
  local app
  app=$(mktemp -d simulator/target/app-XXXXXX)
  cp simulator/target/moked-simulator.jar "$app"
  step "the simulator's start-up cache" train_simulator "$app"
  cp "$JAVA_HOME/release" "$app/java"
  switch_app simulator "$app"
}

# Jars side by side start faster than jars in a jar, and a start-up cache needs them so.
make_server_app() {
  local app
  app=$(mktemp -d server/target/app-XXXXXX)
  chmod a+rx "$app"
  step 'the start-up cache' train_server "$app"
  cp "$JAVA_HOME/release" "$app/java"
  switch_app server "$app"
}

train_simulator() {
  local flags=(-Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1)
  "$JAVA" "${flags[@]}" -XX:AOTCacheOutput="$1/moked-simulator.aot" -jar "$1/moked-simulator.jar" \
    --port "$(any_port)" --mail-port "$(any_port)" --smtp-port "$(any_port)" --stop-with-stdin </dev/null
}

# Learns from a short life of the demo on a database that is thrown away. What the second compiler would learn in it, every
# start would compile at once: a third of its processor time.
train_server() (
  demo='' data=$(mktemp -d) port=$(any_port)
  trap 'exit 130' INT TERM
  trap 'stop "$demo"; rm -rf "$data"' EXIT
  "$JAVA" -Djarmode=tools -jar server/target/moked.jar extract --force --destination "$1" || exit
  unseal "$1"/lib/xz-*.jar || exit
  # Classes only: from profiles of this short life the compilers would conclude too much, and too early (decision 0019).
  "$JAVA" "${JVM[@]}" -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining \
    -XX:AOTCacheOutput="$1/moked.aot" -Xlog:aot=error -jar "$1/moked.jar" demo \
    --simulator simulator/target/app/moked-simulator.jar --port "$port" --data "$data" --quiet --no-open 9>&- &
  demo=$!
  await_demo "$data" "$demo" || exit
  for path in / /api/v1/me /api/v1/conversations /health/ready; do
    curl -s -o /dev/null "http://127.0.0.1:$port$path" || true
  done
  stop "$demo"
  [ -e "$1/moked.aot" ]
)

# A start-up cache remembers where a sealed jar lay, and lets no JVM start that finds it somewhere else.
unseal() {
  local manifest=$1.manifest
  echo 'Sealed: false' >"$manifest"
  "$JAVA_HOME/bin/jar" --update --file "$1" --manifest "$manifest" && rm "$manifest"
}

# Takes the product that was built into use.
enter_product() {
  APP=$(use_app server)
  SIMULATOR=$(use_app simulator)/moked-simulator.jar
  AOT=(-XX:AOTCache="$APP/moked.aot" -Xlog:aot=off,cds=off)
}

# Waits until the demo of process $2 says in directory $1 that it can be used.
await_demo() {
  until [ -f "$1/demo.json" ]; do
    kill -0 "$2" 2>/dev/null || return 1
    sleep 0.2
  done
}

# Ends process $1, if there is one, and waits until it has ended.
stop() {
  if [ -n "$1" ] && kill "$1" 2>/dev/null; then wait "$1" || true; fi
}
