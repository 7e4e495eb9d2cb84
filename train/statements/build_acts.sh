#!/bin/sh
# Put the act layer over the shipped statement tagger. From the repository's root, after build.sh (whose export has no layer yet).
# DEVICE=cuda trains the teacher in minutes.
set -eu
python=${PYTHON:-.train-venv/bin/python}
package=${PACKAGE:-.venv/bin/python}
data=${DATA:-../shared/data}
work=${WORK:-build/acts}
target=src/onrecord/resources/models/statements
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
mkdir -p "$work"

"$package" train/statements/acts_rows.py --out "$work/rows.jsonl" --dyads "$data/dyads_train.jsonl"
labelled="--acts $work/rows.jsonl --negatives $data/negatives_dev.jsonl"
"$python" train/statements/train.py --data "$data/statements_train.jsonl" $labelled --out "$work/whole" --seed 2 --epochs 8 \
  --context 16 --device "${DEVICE:-cpu}"
"$python" train/statements/export.py --weights "$work/whole/weights.pt" --out "$work/teacher" --reduce-range

read="train/statements/act_layer.py read --model $target --teacher $work/teacher $labelled"
"$python" $read --news "$data/statements_train.jsonl" --count 120 --seed 1 --out "$work/plain.pt"
"$python" $read --news "$data/places_dev.jsonl" --count 150 --disturb --seed 2 --out "$work/disturbed.pt"
"$python" train/statements/act_layer.py train --teacher "$work/teacher" --read "$work/plain.pt" "$work/disturbed.pt" --passes 8 \
  --labels 1.5 --out "$work/layer.pt"
"$python" train/statements/act_layer.py join --model $target --teacher "$work/teacher" --layer "$work/layer.pt"
"$python" train/statements/acts_figures.py --model $target --reports tests/development/told/reports.txt \
  --negatives "$data/negatives_dev.jsonl"
