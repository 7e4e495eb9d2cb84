#!/bin/sh
# Teach the reader of cues, which stands beside the tagger. From the repository's root, after build.sh; a quarter of an hour on one core.
set -eu
python=${PYTHON:-.train-venv/bin/python}
work=${WORK:-build/cues}
target=src/onrecord/resources/models/statements
layer=train/statements/cue_layer.py
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
mkdir -p "$work"

"$python" $layer read --model $target --out "$work/read.pt"
# An eighth of the reports is kept aside, for figures; the bar of extract/statements_inner.py was chosen on development data.
"$python" $layer train --read "$work/read.pt" --out "$work/layer.pt"
"$python" $layer figures --read "$work/read.pt" --layer "$work/layer.pt"
"$python" $layer export --model $target --layer "$work/layer.pt"
