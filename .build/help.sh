# Says what each command takes. The pages are also what arguments are checked against.
# shellcheck shell=bash

overview() {
  cat <<'PAGE'
Usage: ./moked COMMAND [OPTIONS]

  demo   build what is missing and run everything on this machine
  dev    the demo with hot reload for the server and the console
  test   run what CI runs, or only some parts of it
  bench  the benchmarks, or only those named
  build  the release: server/target/moked.jar, the console inside
  help   this page, or that of the COMMAND named

./moked COMMAND --help shows the options of a command.
PAGE
}

page_of_demo() {
  cat <<'PAGE'
Usage: ./moked demo [OPTIONS]

Builds what is missing and runs everything on this machine: database, server,
console, and a simulator that plays Meta and the phones of customers.
Ctrl-C stops all of it; the next start finds its data again.

  --port PORT  port of the console (8080)
  --data DIR   where everything is kept (.moked)
  --fresh      forget what an earlier demo kept
  --no-open    leave the browser alone
  --quiet      no customers who write by themselves, no broadcast, no automatic texts and rules
  --help       this page
PAGE
}

page_of_dev() {
  cat <<'PAGE'
Usage: ./moked dev [OPTIONS]

Runs the demo and watches the sources: the server starts again after each
change that compiles, the console reloads itself. Ctrl-C stops all of it.

  --port PORT  port of the server (8080); the console prints its own
  --data DIR   where everything is kept (.moked)
  --fresh      forget what an earlier demo kept
  --quiet      no customers who write by themselves, no broadcast, no automatic texts and rules
  --help       this page
PAGE
}

page_of_test() {
  cat <<'PAGE'
Usage: ./moked test [PART...]

Runs all parts, or those named, and counts what passed in its last line.

  format     the form of the Java sources
  launcher   ./moked itself
  server     the server, on a database of its own
  simulator  the simulator
  clients    others' clients of the WhatsApp Cloud API, let loose on the simulator
  bench      the benchmarks' own tests
  console    lint, types and tests of the console
  browser    the whole product in a browser: Chromium or Chrome
  crash      a few blows against server and database under load
  --help     this page
PAGE
}

page_of_bench() {
  cat <<'PAGE'
Usage: ./moked bench [BENCHMARK...] [OPTIONS]

Measures the packaged product from outside, in the usual ways or those named.

  start            how soon a demo and a server can be used
  intake           signed webhooks as fast as they are acknowledged, against bare inserts
  visible          from a webhook at 50 a second to its event on the open stream
  burst            twenty new customers, five quick messages each: how soon, in which order
  events           ten thousand open consoles
  overload         twice as much as can be kept; a busy business beside a quiet one
  lists            inbox and threads of a business with ten million messages
  crash            server and database struck down under load, and a history checked after
  broadcast        one template to ten thousand, the product struck down meanwhile: each once?
  routing          who gets which conversation: how soon, and is it true among many servers?
  faults           what happens while disk, database or Meta fail
  fuzz             a million webhooks that are a little wrong, signed and forged
  planted          whether the crash lab finds each of the faults in bench/planted
  --pairs N        how often to measure and compare (5)
  --seconds N      how long each time (10)
  --connections N  how many at once (32)
  --messages N     what lists writes before it reads (10000000)
  --mutations N    how many webhooks fuzz posts (1000000)
  --recipients N   of the broadcast (10000)
  --decisions N    of routing, by several servers (100000)
  --keep DIR       where lists keeps them for another run
  --rounds N       how often to strike (30)
  --seed N         of the chance that decides when (another each time)
  --product DIR    another build to look at
  --help           this page
PAGE
}

page_of_build() {
  cat <<'PAGE'
Usage: ./moked build

Builds what is stale. The release is one jar, the console inside:
server/target/moked.jar

  --help  this page
PAGE
}

help() {
  case ${1:-} in
    '') overview ;;
    demo | dev | test | bench | build) "page_of_$1" ;;
    *) refuse '' "There is no command '$1'." ;;
  esac
}

# Says what is wrong and how command $1 is used.
refuse() {
  printf '%s\n\n' "$2" >&2
  help "$1" >&2
  exit 2
}

# Fills ARGUMENTS with those of command $1, once its page names them all: before anything is built.
check_arguments() {
  local command=$1 page line name kind value
  page=$(help "$command")
  ARGUMENTS=()
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help) help "$command" && exit ;;
      --*=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
    esac
    name=$1 line=$(entry "$1" <<<"$page")
    [ -n "$line" ] || refuse "$command" "./moked $command does not know '$name'."
    shift
    ARGUMENTS+=("$name")
    if [[ $line =~ ^' '+$name' '([A-Z]+)' ' ]]; then
      kind=${BASH_REMATCH[1]} value=${1:-}
      suits "$kind" "$value" || refuse "$command" "$name needs a $kind, not '$value'."
      shift
      ARGUMENTS+=("$value")
    fi
  done
}

# The line of a page about the word $1.
entry() {
  local line
  while IFS= read -r line; do
    [[ $line != "  $1 "* ]] || printf '%s\n' "$line"
  done
}

suits() {
  case $1 in
    PORT) [[ $2 =~ ^[1-9][0-9]{0,4}$ ]] && [ "$2" -le 65535 ] ;;
    N) [[ $2 =~ ^[1-9][0-9]{0,8}$ ]] ;;
    *) [[ -n $2 && $2 != -* ]] ;;
  esac
}
