#!/bin/sh
# Teach the reader of conditions, which stands beside the tagger. From the repository's root, after build.sh; a quarter of an hour on one core.
set -eu
python=${PYTHON:-.train-venv/bin/python}
data=${DATA:-../shared/data}
work=${WORK:-build/conditions}
target=src/onrecord/resources/models/statements
layer=train/statements/condition_layer.py
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
mkdir -p "$work"

"$python" $layer read --model $target --news "$data/statements_train.jsonl" --out "$work/read.pt"
# An eighth of the reports is kept aside, for figures and for the bars of extract/conditions_learned.py.
"$python" $layer train --read "$work/read.pt" --out "$work/layer.pt" --seed 2
"$python" $layer figures --read "$work/read.pt" --layer "$work/layer.pt"
"$python" $layer export --model $target --layer "$work/layer.pt"
