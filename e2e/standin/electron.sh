#!/bin/sh
# In the place of the electron executable: turns Electron's arguments into Node's and runs the app on the stand-in.
# Playwright puts Electron's own flags and a loader for the real binary in front; only --inspect is Node's.
here=$(dirname "$(readlink -f "$0")")
standin=${STANDIN_DIR:-$here/../../dist/standin}
inspect=
while [ $# -gt 0 ]; do
  case "$1" in
    --inspect=*) inspect=$1 ;;
    --no-sandbox | --remote-debugging-port=*) ;;
    -r) shift ;;
    *) break ;;
  esac
  shift
done
exec node ${inspect:+"$inspect"} --enable-source-maps --require "$standin/electron.cjs" "$@"
