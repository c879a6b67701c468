# Lets one build or test at a time work in this folder, and keeps a build that runs from being taken away.
# shellcheck shell=bash

readonly LOCK=target/build.lock

# Waits for its turn. Closing the file, however we end, lets the next one in.
lock() {
  { mkdir -p target && [ -w target ]; } 2>/dev/null ||
    fail "You ($(id -un)) may not write in $PWD: clone Moked into a folder of your own."
  if command -v flock >/dev/null; then
    exec 9>>"$LOCK"
    flock --nonblock 9 || { say_waiting && flock 9; }
  else
    lock_by_link
  fi
}

unlock() {
  exec 9>&-
  if [ "$(readlink "$LOCK.link" 2>/dev/null)" = $$ ]; then rm -f "$LOCK.link"; fi
}

say_waiting() { say 'Another build or test is at work in this folder: waiting for it to end.'; }

# A link is made once only, and says who made it: one who is gone does not keep others out.
lock_by_link() {
  local holder told=''
  until ln -s $$ "$LOCK.link" 2>/dev/null; do
    holder=$(readlink "$LOCK.link") || continue
    if ! kill -0 "$holder" 2>/dev/null; then
      rm -f "$LOCK.link"
    else
      [ -n "$told" ] || say_waiting
      told=yes
      sleep 0.5
    fi
  done
}

# Prints the folder with the newest build of module $1, marked as used by this process: the mark holds as long as
# the process, also after it has become another program.
use_app() {
  local app
  for _ in 1 2 3 4 5; do
    app=$1/target/$(readlink "$1/target/app") || continue
    if { : >"$app/used.$$"; } 2>/dev/null && [ "$app" = "$1/target/$(readlink "$1/target/app")" ]; then
      say "$app"
      return
    fi
  done
  fail "There is no build of the $1 that can be used: try again."
}

# Makes app-… of module $1 its newest build, and deletes those that nobody uses any more.
switch_app() {
  local module=$1 new=$2 old
  [ -L "$module/target/app" ] || rm -rf "$module/target/app"
  ln -sfn "$(basename "$new")" "$module/target/app"
  for old in "$module"/target/app-*; do
    if [ "$old" != "$new" ] && ! is_used "$old"; then rm -rf "$old"; fi
  done
}

is_used() {
  local mark
  for mark in "$1"/used.*; do
    if kill -0 "${mark##*.}" 2>/dev/null; then return; fi
  done
  return 1
}
