# Builds copies of the product with a fault planted in each, to see that the crash lab finds it.
# shellcheck shell=bash

# Builds the server with bench/planted/$1.patch under target/planted/$1.
build_planted() {
  local home=target/planted/$1 patch=$PWD/bench/planted/$1.patch module
  [ -f "$patch" ] || fail "There is no bench/planted/$1.patch."
  local made=$home/server/target/app/moked.jar
  if [ -e "$made" ] && ! newer "$made" "$patch" pom.xml server/pom.xml server/src/main; then return; fi
  rm -rf "$home"
  for module in server simulator bench; do
    mkdir -p "$home/$module"
    cp $module/pom.xml "$home/$module"
  done
  cp -r pom.xml mvnw .mvn "$home"
  cp -r server/src "$home/server"
  # Without the ceiling git would take the copy for a part of our own work tree.
  (cd "$home" && GIT_CEILING_DIRECTORIES=$(dirname "$PWD") git apply "$patch")
  step "$1" maven -f "$home/pom.xml" -pl server package -DskipTests
  "$JAVA" -Djarmode=tools -jar "$home/server/target/moked.jar" extract \
    --destination "$home/server/target/app" >>"$LOG"
}

# Runs the crash lab against each fault: it has to find every one, as what the patch says it breaks.
bench_planted() {
  local name breaks missed=0 outcome found=target/planted/found
  for name in $(basename -s .patch bench/planted/*.patch); do
    build_planted "$name"
    breaks=$(sed -n 's/^Breaks //p' "bench/planted/$name.patch")
    outcome=0
    "$JAVA" -jar bench/target/moked-bench.jar crash --rounds 4 \
      --product "target/planted/$name/server/target/app" | tee "$found" || outcome=$?
    # Anything else than 3 is no judgement.
    if [ "$outcome" -eq 3 ] && grep -q "^ *$breaks " "$found"; then
      say "$name: found"
    else
      missed=$((missed + 1))
      say "$name: NOT FOUND"
    fi
  done
  [ "$missed" -eq 0 ] || fail "$missed planted faults were not found."
}
