#!/bin/sh
# Resolve the newest allowed versions in a fresh environment and write constraints.txt.
set -eu
cd "$(dirname "$0")/.."
python=$(scripts/find-python.sh)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$python" -m venv "$scratch"
"$scratch/bin/pip" install --quiet -e '.[dev]'
{
  echo "# Exact versions that OnRecord is tested with; regenerate with scripts/lock.sh"
  "$scratch/bin/pip" freeze --exclude-editable
} > constraints.txt
