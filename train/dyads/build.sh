#!/bin/sh
# Rebuild the coder of relations and measure it. From the repository's root, with the environment of train/requirements.txt.
# FOLDS=no leaves out the five folds, which take most of the time, and needs a weighing.json of an earlier run in $WORK.
set -eu
python=${PYTHON:-.train-venv/bin/python}
data=${DATA:-../shared/data}/dyads_train.jsonl
work=${WORK:-build/dyads}
seeds=${SEEDS:-0 1 2}
target=src/onrecord/resources/models/dyads
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"

# --hold: a seventh of the blocks of own sentences stays out of all stages, to watch transfer on.
# 1. The general coder: our own sentences and the codebook, no development row. Two runs, the rate rising anew.
"$python" train/dyads/general.py --seed 0 --passes 5 --rate 2.2e-4 --hold --out "$work/general-0.pt"
"$python" train/dyads/general.py --seed 1 --passes 4 --rate 2e-4 --start "$work/general-0.pt" --hold --out "$work/general.pt"

# 2. Five folds by sentence, each from the general coder; prints the figures and the temperature.
if [ "${FOLDS:-yes}" = yes ]; then
  "$python" train/dyads/special.py --data "$data" --general "$work/general.pt" --folds 5 --seeds $seeds --keep --hold --out "$work"
  "$python" train/dyads/folds.py --data "$data" --scores "$work"
  # What the codebook's rules find in the rows, by the package itself, and how much it weighs beside the coder.
  "${PACKAGE_PYTHON:-.venv/bin/python}" -m onrecord.evaluation.rule_evidence "$data" > "$work/evidence.jsonl"
  "$python" train/dyads/weighing.py --data "$data" --evidence "$work/evidence.jsonl" --weights "$work" --seeds $seeds \
    --out "$work/weighing.json"
fi

# 3. The shipped coder: all rows, the weights of the seeds averaged.
"$python" train/dyads/special.py --data "$data" --general "$work/general.pt" --all --seeds $seeds --hold --out "$work"
"$python" train/dyads/export.py --weights "$work"/all-*.pt --out "$target" --temperature "${TEMPERATURE:-0.8}" \
  --weighing "$work/weighing.json"
