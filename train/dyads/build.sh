#!/bin/sh
# Rebuild the coder of relations and measure it. From the repository's root, with the environment of train/requirements.txt.
# FOLDS=no leaves out the five folds, which take most of the time.
set -eu
python=${PYTHON:-.train-venv/bin/python}
data=${DATA:-../shared/data}/dyads_train.jsonl
work=${WORK:-build/dyads}
seeds=${SEEDS:-0 1 2}
target=src/onrecord/resources/models/dyads
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"

# 1. The general coder: our own sentences and the codebook, no development row.
"$python" train/dyads/general.py --seed 0 --passes 7 --out "$work/general.pt"

# 2. Five folds by sentence, each from the general coder; prints the figures and the temperature.
if [ "${FOLDS:-yes}" = yes ]; then
  "$python" train/dyads/special.py --data "$data" --general "$work/general.pt" --folds 5 --seeds $seeds --out "$work"
  "$python" train/dyads/folds.py --data "$data" --scores "$work"
fi

# 3. The shipped coder: all rows; the weights of the seeds are averaged.
"$python" train/dyads/special.py --data "$data" --general "$work/general.pt" --all --seeds $seeds --out "$work"
weights=$(for seed in $seeds; do printf '%s/all-%s.pt ' "$work" "$seed"; done)
"$python" train/dyads/export.py --weights $weights --out "$target" --temperature "${TEMPERATURE:-0.8}"
