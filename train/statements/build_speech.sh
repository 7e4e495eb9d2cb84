#!/bin/sh
# Put the speech layer over the shipped statement tagger. From the repository's root, after build.sh; some twelve minutes on one core.
# What stood there of an earlier speech layer goes; the act layer (build_acts.sh) may be put in before or after.
set -eu
python=${PYTHON:-.train-venv/bin/python}
work=${WORK:-build/speech}
target=src/onrecord/resources/models/statements
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
mkdir -p "$work"

# An eighth of the reports kept aside: figures of the layer alone.
"$python" train/statements/speech_layer.py train --model $target --out "$work/aside.pt"
"$python" train/statements/speech_layer.py figures --model $target --layer "$work/aside.pt"
# All of them: the shipped layer.
"$python" train/statements/speech_layer.py train --all --model $target --out "$work/layer.pt"
"$python" train/statements/speech_layer.py join --model $target --layer "$work/layer.pt"
