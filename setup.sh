#!/bin/sh
# Everything wegwijs needs on this machine: a .venv with the pinned packages, and Tesseract (with --dev also Chromium).
# Quick and without network when nothing changed. Usage: sh setup.sh [--dev]
set -eu
cd "$(dirname "$0")"

extras=""
stamp=.venv/.wegwijs-run
if [ "${1:-}" = "--dev" ]; then
  extras="[dev,llm]"
  stamp=.venv/.wegwijs-dev
fi

say() { printf '%s\n' "$*"; }

find_python() {
  for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python; do
    [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 || continue
    if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
      printf '%s' "$candidate"
      return 0
    fi
  done
  return 1
}

wanted=$(cat pyproject.toml constraints.txt setup.sh | cksum)
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$wanted" ]; then
  python=$(find_python) || {
    say "wegwijs heeft Python 3.11, 3.12 of 3.13 nodig. Installeer dat eerst en probeer opnieuw." >&2
    exit 2
  }
  say "Eenmalig: pakketten ophalen. Dit duurt enkele minuten (op gewone Linux tot 3 GB, elders ongeveer 1 GB)."
  [ -x .venv/bin/python ] || "$python" -m venv .venv
  .venv/bin/python -m pip install --disable-pip-version-check -c constraints.txt -e ".$extras"
  printf '%s' "$wanted" >"$stamp"
  # The dev set holds all of the run set.
  [ -z "$extras" ] || printf '%s' "$wanted" >.venv/.wegwijs-run
fi

missing=""
command -v tesseract >/dev/null 2>&1 && tesseract --list-langs 2>/dev/null | grep -qx nld ||
  missing="tesseract-ocr tesseract-ocr-nld tesseract-ocr-fra tesseract-ocr-osd"
.venv/bin/python -c 'import ctypes.util, sys; sys.exit(ctypes.util.find_library("pangoft2-1.0") is None)' ||
  missing="$missing libpango-1.0-0 libpangoft2-1.0-0"
if [ -n "$extras" ]; then
  command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
  fc-list 2>/dev/null | grep -qi liberation || missing="$missing fonts-liberation fonts-dejavu"
fi
missing=$(printf '%s' "$missing" | sed 's/^ *//')
[ -n "$missing" ] || exit 0

if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  say "Systeemdelen installeren: $missing"
  # Without network wegwijs still works, only without these parts.
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null; } ||
    say "Dat lukte niet. wegwijs werkt, maar deze delen ontbreken: $missing"
elif [ ! -f .venv/.wegwijs-told ] || [ "$(cat .venv/.wegwijs-told)" != "$missing" ]; then
  say "Deze delen ontbreken nog: $missing"
  say "Zonder Tesseract leest wegwijs geen foto's en scans. Op Debian of Ubuntu: sudo apt-get install $missing"
  printf '%s' "$missing" >.venv/.wegwijs-told
fi
