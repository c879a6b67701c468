#!/usr/bin/env bash
# Tests of ./moked: what it says, what it builds when, what it leaves running. Writes how many passed, failed and
# were skipped into file $1.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
REPOSITORY=$PWD ALL=$(mktemp -d)
trap 'rm -rf "$ALL"' EXIT
# shellcheck source=.build/launcher_house.sh
source .build/launcher_house.sh

it_shows_every_page_without_any_tool() {
  local command
  without_tools
  for command in demo dev test bench build; do
    moked "$command" --help && says "Usage: ./moked $command" || return
    moked help "$command" && says "Usage: ./moked $command" || return
  done
  moked && says 'Usage: ./moked COMMAND' && is_untouched
}

it_refuses_what_no_page_names_before_it_builds_anything() {
  local wrong outcome
  for wrong in 'demo --prot 1' 'demo now' 'demo --port' 'demo --port=none' 'demo --port 70000' 'demo --data --fresh' \
    'dev --no-such' 'test kitchen' 'bench --pairs 0' 'build --fast' 'help nothing' 'nothing'; do
    outcome=0
    # shellcheck disable=SC2086
    timeout 10 ./moked $wrong >said 2>&1 || outcome=$?
    echo "$wrong: $outcome"
    [ "$outcome" -eq 2 ] && says 'Usage: ' && is_untouched || return
  done
}

it_hands_on_what_it_was_given() {
  start demo --port=9000 --quiet && await grep -q 'demo .* --port 9000 --quiet$' starts
}

it_knows_the_options_of_the_program() {
  diff <(./moked demo --help | grep -oE '^  --[a-z-]+' | grep -v help | tr -d ' ' | sort) \
    <(grep -oE '"--[a-z-]+"' "$REPOSITORY/server/src/main/java/io/moked/Demo.java" | tr -d '"' | grep -v simulator | sort)
}

it_says_which_jdk_is_missing() {
  without_tools
  ! moked demo && says 'needs a JDK 25' && says 'JAVA_HOME' || return
  echo 'JAVA_VERSION="17.0.15"' >jdk/release
  ! moked demo && says 'needs a JDK 25' && is_untouched
}

it_says_which_node_is_missing() {
  without_tools
  echo 'JAVA_VERSION="25.0.3"' >jdk/release
  tool bin/node <<<'echo v18.20.0'
  echo 'node_candidates() { echo bin/node; }' >>.build/tools.sh
  ! moked demo && says 'Node 20.19'
}

it_says_how_to_get_a_browser() {
  echo 'find_chromium() { return 1; }' >>.build/tools.sh
  ! moked test browser && says 'Install it (' && says '0 passed, 0 failed, 1 skipped' || return
  ! CI=true moked test browser && says '0 passed, 1 failed'
}

it_builds_nothing_twice() {
  moked build && made packages console simulator simulator_app server server_app || return
  moked build && made
}

it_rebuilds_what_a_change_concerns() {
  moked build && made packages console simulator simulator_app server server_app || return
  after console/src/app.ts made console server server_app || return
  after console/package-lock.json made packages console server server_app || return
  after server/src/main/A.java made server server_app || return
  after server/src/main/resources/openapi/openapi.json made console server server_app || return
  after simulator/src/main/A.java made simulator simulator_app || return
  after pom.xml made simulator simulator_app server server_app || return
  after console/src/api/schema.d.ts made || return
  rm -r server/target && moked build && made server server_app || return
  echo 'JAVA_VERSION="26"' >jdk/release && moked build && made simulator_app server_app
}

it_builds_again_what_changed_while_it_was_being_built() {
  echo 0.3 >slow
  start build && await [ -e at-work ] && touch simulator/src/main/A.java && ends || return
  rm slow calls && touch calls
  moked build && made simulator simulator_app
}

it_mends_a_build_that_was_interrupted() {
  echo 60 >slow
  start build && await [ -e at-work ] && interrupt && ends || return
  rm slow calls && touch calls
  moked build && made simulator simulator_app server server_app && grep -q whole simulator/target/moked-simulator.jar
}

it_leaves_nothing_running_when_a_build_is_interrupted() {
  tool bin/curl <<<'touch at-work && exec sleep 60'
  start build && await [ -e at-work ] && await lives training && interrupt && ends && nothing_lives || return
  tool bin/curl <<<':'
  rm calls && touch calls
  moked build && made server_app && one_app_stays
}

it_mends_a_build_that_failed() {
  touch broken
  ! moked build && says 'simulator is broken' && says 'target/build.log has all of it' || return
  rm broken calls && touch calls
  moked build && made simulator simulator_app server server_app
}

it_waits_for_another_build() {
  two_builds
}

it_waits_for_another_build_where_there_is_no_flock() {
  sed -i 's/command -v flock/command -v no-flock/' .build/lock.sh
  mkdir -p target && ln -s 4194999 target/build.lock.link
  two_builds
}

two_builds() {
  echo 0.2 >slow
  start build && await [ -e at-work ] && moked build && ends || return
  says 'waiting for it to end' && made packages console simulator simulator_app server server_app
}

it_leaves_a_running_demo_the_build_it_runs_from() {
  start demo && await lives demo || return
  local runs
  runs=server/target/$(readlink server/target/app)
  touch server/src/main/A.java simulator/src/main/A.java
  moked build && [ -e "$runs/moked.jar" ] && [ "$runs" != "server/target/$(readlink server/target/app)" ] || return
  interrupt && ends && touch server/src/main/A.java && moked build && one_app_stays
}

it_restarts_the_server_after_each_change_that_compiles() {
  start dev --fresh --port 9000 && await lives demo console || return
  touch broken server/src/main/A.java
  await says 'does not compile' && await lives demo console && [ "$(wc -l <starts)" = 1 ] || return
  rm broken && touch server/src/main/A.java
  await [ "$(wc -l <starts)" = 1 ] && await two_starts || return
  [ "$(grep -c fresh starts)" = 1 ] && interrupt && ends && nothing_lives
}

two_starts() { [ "$(wc -l <starts)" = 2 ] && lives demo console; }

# What the tests say

moked() { ./moked "$@" >said 2>&1; }

start() {
  set -m
  ./moked "$@" >said.first 2>&1 &
  STARTED=$!
  set +m
}

# Whoever runs in the background cannot be told by the keyboard's signal, nor can what is started there.
interrupt() { kill -TERM -- "-$STARTED"; }

ends() { await runs_no_more; }

runs_no_more() { [ -z "$(jobs -rp)" ]; }

await() {
  local left=1200
  until "$@" 2>/dev/null; do
    if ((left-- == 0)); then echo "in vain: $*" && return 1; fi
    read -rt 0.05 <> <(:) || true
  done
}

says() { grep -qF -- "$1" said said.first 2>/dev/null || { echo "not said: $1" && return 1; }; }

is_untouched() { [ ! -e target ] && [ ! -s calls ]; }

without_tools() {
  echo "java_candidates() { echo '$JAVA_HOME'; }" >>.build/tools.sh
  rm jdk/release bin/*
}

# Whether exactly this was made since it was last asked.
made() {
  local calls
  calls=$(tr '\n' ' ' <calls)
  : >calls
  [ "$calls" = "${*:+$* }" ] || { echo "made: $calls instead of: $*" && return 1; }
}

after() {
  touch "$1" && shift
  moked build && "$@"
}

lives() { [ "$(cat alive/* | sort | xargs)" = "$(printf '%s\n' "$@" | sort | xargs)" ]; }

leave_nothing() {
  [ -z "${STARTED:-}" ] || kill -- "-$STARTED" 2>/dev/null
  find alive -type f -printf "%f\n" 2>/dev/null | xargs -r kill 2>/dev/null
}

nothing_lives() { ! grep -s . alive/*; }

one_app_stays() { [ "$(find server/target -name 'app-*' | wc -l)" = 1 ]; }

passed=0 failed=0
for test in $(compgen -A function it_); do
  if (new_house "$test" && trap leave_nothing EXIT && "$test") >"$ALL/log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED ${test//_/ }"
    sed 's/^/  /' "$ALL/log"
  fi
done
[ $# -eq 0 ] || echo "$passed $failed 0" >"$1"
[ "$failed" -eq 0 ]
