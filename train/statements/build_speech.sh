#!/bin/sh
# Teach the tagger how statements were made. From the repository's root, after build.sh and build_acts.sh; under an hour on one core.
# What stood there of an earlier speech layer goes.
set -eu
python=${PYTHON:-.train-venv/bin/python}
package=${PACKAGE:-.venv/bin/python}
work=${WORK:-build/speech}
target=src/onrecord/resources/models/statements
layer=train/statements/speech_layer.py
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
mkdir -p "$work"

# The reader asks for the layer's outputs: an untrained one first, so that it can tell what its rules make of the reports.
"$python" $layer join --model $target
"$package" train/statements/speech_rules.py --out "$work/rules.jsonl"
"$python" $layer read --model $target --rules "$work/rules.jsonl" --out "$work/papers.pkl"
# An eighth of the reports is kept aside, for figures and for the bars of link/told_how.py.
"$python" $layer train --read "$work/papers.pkl" --out "$work/weights.pt"
"$python" $layer figures --read "$work/papers.pkl" --weights "$work/weights.pt"
"$python" $layer join --model $target --weights "$work/weights.pt"
