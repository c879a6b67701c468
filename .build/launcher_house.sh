# A folder like this one for a test of ./moked, with tools that only pretend and write down what they were called for.
# shellcheck shell=bash

new_house() {
  HOUSE=$ALL/$1
  mkdir -p "$HOUSE"/{console/{src/api,public,build},server/src/main/resources/openapi,simulator/src/main,bench/src/main}
  cp -R moked .build "$HOUSE"
  cd "$HOUSE" || exit
  mkdir -p jdk/bin bin home
  touch pom.xml {server,simulator,bench}/{pom.xml,src/main/A.java} LICENSE NOTICE THIRD-PARTY.md calls \
    console/{src/app.ts,src/api/schema.d.ts,index.html,package.json,package-lock.json,tsconfig.json,vite.config.ts}
  echo 'JAVA_VERSION="25.0.3"' >jdk/release
  tool jdk/bin/javac </dev/null
  a_java | tool jdk/bin/java
  a_jar | tool jdk/bin/jar
  a_node | tool bin/node
  an_npm | tool bin/npm
  a_maven | tool mvnw
  find . -exec touch -d '1 hour ago' {} +
  export HOUSE JAVA_HOME=$HOUSE/jdk HOME=$HOUSE/home PATH=$HOUSE/bin:$PATH TMPDIR=$HOUSE
  unset CI CHROMIUM
}

tool() {
  { echo '#!/usr/bin/env bash' && cat; } >"$1"
  chmod +x "$1"
}

# Runs until it is told to end. Each has a file of its own, because several end at once.
a_life() {
  cat <<'TOOL'
live() {
  mkdir -p "$HOUSE/alive"
  echo "$1" >"$HOUSE/alive/$$"
  trap 'rm "$HOUSE/alive/$$"; exit 143' TERM INT
  while true; do sleep 0.05; done
}
TOOL
}

a_java() {
  a_life
  cat <<'TOOL'
made=$(grep -o 'AOTCacheOutput=[^ ]*' <<<"$*" | cut -d= -f2)
data=$(grep -o -- '--data [^ ]*' <<<"$*" | cut -d' ' -f2)
[ -z "$made" ] || touch "$made"
case " $* " in
  *' extract '*) cp server/target/moked.jar "${!#}" && mkdir "${!#}/lib" && echo sealed >"${!#}/lib/xz-1.jar" ;;
  *simulator.aot*) echo simulator_app >>calls ;;
  *AOTCacheOutput*)
    echo server_app >>calls
    grep sealed "$(dirname "$made")"/lib/* >>calls
    touch "$data/demo.json" && live training
    ;;
  *' demo '*) echo "$*" >>starts && live demo ;;
esac
TOOL
}

a_jar() {
  cat <<'TOOL'
[ "$1" = --update ] && grep -q 'Sealed: false' "${!#}" && echo open >"$3"
TOOL
}

a_node() {
  a_life
  cat <<'TOOL'
case $* in
  --version) echo v24.1.0 ;;
  *vite*) live console ;;
esac
TOOL
}

an_npm() {
  cat <<'TOOL'
case " $* " in
  *' ci '*) echo packages >>calls && mkdir -p console/node_modules ;;
  *' build '*)
    echo console >>calls
    rm -f console/src/api/schema.d.ts && touch console/src/api/schema.d.ts
    mkdir -p console/dist && touch console/dist/index.html
    ;;
esac
TOOL
}

# Takes a jar that is there for a whole one, as Maven does.
a_maven() {
  cat <<'TOOL'
module=$(sed 's/.*-pl \([a-z]*\) .*/\1/' <<<"$*")
case $module in server) jar=server/target/moked.jar ;; *) jar=$module/target/moked-$module.jar ;; esac
mkdir -p "$module/target/classes"
echo "$module" >>calls
if [ -e broken ]; then echo "$module is broken" >&2 && exit 1; fi
case $* in
  *build-classpath*) touch target/dev/classpath ;;
  *package*)
    [ ! -e "$jar" ] || exit 0
    echo half >"$jar"
    if [ -e slow ]; then touch at-work && sleep "$(cat slow)"; fi
    echo whole >"$jar"
    ;;
esac
TOOL
}
