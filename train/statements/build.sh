#!/bin/sh
# Rebuild the statement tagger. From the repository's root, with the environment of train/requirements.txt.
set -eu
python=${PYTHON:-.train-venv/bin/python}
data=${DATA:-../shared/data}
scorer=${SCORER:-../shared/eval/score.py}
work=${WORK:-build/statements}
target=src/onrecord/resources/models/statements
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"

"$python" train/statements/train.py --data "$data/statements_train.jsonl" --out "$work" --seed 2 --epochs 5 --context 16
"$python" train/statements/export.py --weights "$work/weights.pt" --out "$target" --reduce-range
"$python" train/statements/calibrate.py --model "$target" --data "$data/statements_train.jsonl"
"$python" train/statements/evaluate.py --model "$target" --data "$data/statements_dev.jsonl" --scorer "$scorer"
