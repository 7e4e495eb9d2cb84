#!/bin/sh
# Print the path of a Python 3.12 or newer that can make virtual environments, or say how to get one.
# ONRECORD_PYTHON overrides the search.
good() {
  "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 12) <= sys.version_info[:2] < (3, 14))' >/dev/null 2>&1
}
if [ -n "${ONRECORD_PYTHON:-}" ]; then
  good "$ONRECORD_PYTHON" && { command -v "$ONRECORD_PYTHON"; exit 0; }
  echo "ONRECORD_PYTHON=$ONRECORD_PYTHON is not a Python 3.12 or 3.13 with venv." >&2
  exit 1
fi
for candidate in python3.12 python3.13 python3 python \
  "$HOME"/.pyenv/versions/3.12*/bin/python3 "$HOME"/.pyenv/versions/3.13*/bin/python3 \
  "$HOME"/.local/share/uv/python/cpython-3.12*/bin/python3 "$HOME"/.local/share/uv/python/cpython-3.13*/bin/python3 \
  /usr/local/bin/python3.1[23] /opt/homebrew/bin/python3.1[23] "$HOME"/miniconda3/bin/python3; do
  if good "$candidate"; then
    command -v "$candidate"
    exit 0
  fi
done
cat >&2 <<'EOF'
OnRecord needs Python 3.12 or 3.13 (with venv), and none was found. Any one of these gets it:
  Debian/Ubuntu   sudo apt install python3.12 python3.12-venv
  Fedora          sudo dnf install python3.12
  macOS           brew install python@3.12
  anywhere        pipx install uv && uv python install 3.12     or     pyenv install 3.12
Then run make again, or point to it: make ONRECORD_PYTHON=/path/to/python3.12 demo
EOF
exit 1
