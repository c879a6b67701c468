# Runs the tests part by part, never stops at a failing one, and ends with one line of sums.
# shellcheck shell=bash

PASSED=0 FAILED=0 SKIPPED=0

count() {
  PASSED=$((PASSED + $1)) FAILED=$((FAILED + $2)) SKIPPED=$((SKIPPED + $3))
}

# A check that passes or fails as a whole.
check() {
  say "== $1"
  shift
  if "$@"; then count 1 0 0; else count 0 1 0; fi
}

run_tests() {
  local parts=("$@") part
  [ $# -gt 0 ] || parts=(format launcher server simulator clients bench console browser crash)
  find_java
  mkdir -p target
  for part in "${parts[@]}"; do
    case $part in
      format) check format maven -q spotless:check ;;
      launcher) test_launcher ;;
      server | simulator | bench) test_module "$part" ;;
      clients) test_clients ;;
      console) test_console ;;
      browser) test_browser ;;
      crash) test_crash ;;
    esac
  done
  local skipped=''
  [ "$SKIPPED" -eq 0 ] || skipped=", $SKIPPED skipped"
  say "$PASSED passed, $FAILED failed$skipped"
  [ "$FAILED" -eq 0 ] && [ "$PASSED" -gt 0 ]
}

test_launcher() {
  say '== launcher'
  local before=$FAILED outcome=0 sums=$PWD/target/launcher.sums
  rm -f "$sums"
  bash .build/launcher_test.sh "$sums" || outcome=$?
  # shellcheck disable=SC2046
  count $(cat "$sums" || echo 0 0 0)
  if [ "$outcome" -ne 0 ] && [ "$FAILED" -eq "$before" ]; then count 0 1 0; fi
}

test_module() {
  say "== $1"
  lock
  rm -rf "$1/target/surefire-reports"
  local before=$FAILED outcome=0
  maven -pl "$1" test || outcome=$?
  unlock
  # shellcheck disable=SC2046
  count $(surefire_sums "$1")
  if [ "$outcome" -ne 0 ] && [ "$FAILED" -eq "$before" ]; then count 0 1 0; fi
}

# Passed, failed and skipped, from the opening tag of each report.
surefire_sums() {
  find "$1/target/surefire-reports" -name 'TEST-*.xml' -exec grep -ho '<testsuite [^>]*' {} + 2>/dev/null |
    awk '
      function of(name) { return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : 0 }
      { failed += of("failures") + of("errors"); skipped += of("skipped"); tests += of("tests") }
      END { print tests - failed - skipped, failed + 0, skipped + 0 }'
}

# Adds what a JSON report says ($2 prints the three numbers from it), or one failure without a report.
count_json() {
  local sums before=$FAILED
  sums=$(node -p "const r = JSON.parse(require('fs').readFileSync('$1')); $2" 2>/dev/null) || sums='0 0 0'
  # shellcheck disable=SC2086
  count $sums
  if [ "$3" -ne 0 ] && [ "$FAILED" -eq "$before" ]; then count 0 1 0; fi
}

# Others' clients of Meta's API, which share no thought with us, let loose on the simulator.
test_clients() {
  say "== clients"
  find_node
  build_parts simulator clients
  local outcome=0 report=$PWD/target/clients.tap
  (cd simulator/foreign && JAVA=$JAVA node --test --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$report") || outcome=$?
  count_tap "$report" "$outcome"
}

# The three numbers at the end of a TAP report, or one failure without them.
count_tap() {
  local before=$FAILED
  # shellcheck disable=SC2046
  count $(awk '/^# (pass|fail|skipped) / { n[$2] = $3 } END { print n["pass"] + 0, n["fail"] + 0, n["skipped"] + 0 }' "$1")
  if [ "$2" -ne 0 ] && [ "$FAILED" -eq "$before" ]; then count 0 1 0; fi
}

test_console() {
  find_node
  build_parts packages
  check 'console: lint' npm --prefix console run lint
  check 'console: types' npm --prefix console run typecheck
  say '== console: tests'
  local report=$PWD/target/vitest.json outcome=0
  rm -f "$report"
  VITEST_JSON=$report npm --prefix console run test || outcome=$?
  count_json "$report" \
    '[r.numPassedTests, r.numFailedTests, r.numPendingTests + r.numTodoTests].join(" ")' "$outcome"
}

test_browser() {
  say '== browser'
  local chromium
  if ! chromium=$(find_chromium); then
    say "No Chromium here. Install it ($(way_to_install chromium)) or Google Chrome, or set CHROMIUM to the path of one."
    if [ "${CI:-}" = true ]; then count 0 1 0; else count 0 0 1; fi
    return
  fi
  build_product
  find_node
  enter_product
  local outcome=0 report=$PWD/target/playwright.json
  rm -f "$report"
  drive_demo "$chromium" "$report" || outcome=$?
  count_json "$report" '[r.stats.expected, r.stats.unexpected, r.stats.flaky + r.stats.skipped].join(" ")' "$outcome"
}

# Runs the browser tests against a demo that does not outlive them.
drive_demo() (
  demo='' data=$(mktemp -d)
  trap 'exit 130' INT TERM
  trap 'stop "$demo"; rm -rf "$data"' EXIT
  "$JAVA" "${JVM[@]}" "${AOT[@]}" -jar "$APP/moked.jar" demo \
    --simulator "$SIMULATOR" --port "$(any_port)" --data "$data" --quiet --no-open &
  demo=$!
  await_demo "$data" "$demo" || exit
  CHROMIUM=$1 MOKED_DEMO=$data/demo.json PLAYWRIGHT_JSON_OUTPUT_NAME=$2 \
    npm --prefix console run e2e -- --reporter=list,json
)

# A few blows of each kind; ./moked bench crash strikes more often.
test_crash() {
  build_product
  build_parts bench
  check crash "$JAVA" -jar bench/target/moked-bench.jar crash --rounds 2
}
