#!/bin/sh
# Rebuild the second head of the coder ("no act here") over the shipped encoder, which stays as it is. From the repository's root;
# PACKAGE is the package's own environment (candidates come from its parse), PYTHON that of train/requirements.txt.
set -eu
package=${PACKAGE:-.venv/bin/python}
python=${PYTHON:-.train-venv/bin/python}
data=${DATA:-../shared/data}
work=${WORK:-build/dyads}
model=src/onrecord/resources/models/dyads/model.onnx
events=tests/development/events
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}" PYTHONPATH=src
mkdir -p "$work"

# 1. What the coder would be asked about: in our own sentences, labelled sentences, and news (a share of the documents).
"$package" train/dyads/asked.py --own --out "$work/own.jsonl"
"$package" train/dyads/asked.py --labelled $events/events.txt $events/second.txt tests/extract/data/events.txt --out "$work/labelled.jsonl"
"$package" train/dyads/asked.py --news "$data/places_dev.jsonl" --every 4 --out "$work/places.jsonl"
"$package" train/dyads/asked.py --news "$data/statements_train.jsonl" --every 16 --out "$work/statements.jsonl"
"$package" train/dyads/asked.py --news "$data/negatives_dev.jsonl" --out "$work/negatives.jsonl"
"$package" train/dyads/asked.py --labelled $events/third.txt --out "$work/third.jsonl"

# 2. The head, over the shipped encoder's vectors; figures on what is kept aside.
"$python" train/dyads/join_acts.py --model "$model" --states "$work/states.onnx"
"$python" train/dyads/acts.py --states "$work/states.onnx" --own "$work/own.jsonl" "$work/labelled.jsonl" \
  --news "$work/places.jsonl" "$work/statements.jsonl" "$work/negatives.jsonl" --watch "$work/third.jsonl" --out "$work/acts.pt"

# 3. Into the shipped graph.
"$python" train/dyads/join_acts.py --weights "$work/acts.pt" --model "$model"
