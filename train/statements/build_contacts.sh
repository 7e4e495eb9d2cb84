#!/bin/sh
# Let the four shipped layers go on learning, from reports of contacts between governments (`*/contacts`) and the development
# articles with their readings, beside a draw of what they learned from before. From the repository's root; the models in
# $target are read as they stand before, and written anew. An hour on one core.
set -eu
python=${PYTHON:-.train-venv/bin/python}
package=${PACKAGE:-.venv/bin/python}
data=${DATA:-../shared/data}
work=${WORK:-build/contacts}
target=src/onrecord/resources/models/statements
here=train/statements
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
mkdir -p "$work/empty"
"$python" $here/draw.py --out "$work"

# How statements were made.
old="$work/drawn"; new="$here/speeches/contacts"
"$package" $here/speech_rules.py --folder "$old" "$new" --articles tests/articles --out "$work/rules.jsonl"
read="$python $here/speech_layer.py read --model $target --rules $work/rules.jsonl"
$read --folder "$old" --out "$work/old.pkl"
$read --folder "$new" --out "$work/new.pkl"
$read --folder --articles tests/articles --out "$work/articles.pkl"
"$python" $here/speech_layer.py train --all --start $target --passes 5 --rate 5e-4 --out "$work/speech.pt" \
  --read "$work/old.pkl" $(for n in 1 2 3; do echo "$work/new.pkl" "$work/articles.pkl"; done)

# Acts.
read="$python $here/act_layer.py read --model $target --all"
$read --folder $here/reports $here/reports/further --negatives "$data/negatives_dev.jsonl" --news "$data/statements_train.jsonl" \
  --count 120 --seed 1 --out "$work/reports.pt"
$read --folder $here/reports/contacts --articles tests/articles --out "$work/acts.pt"
$read --folder $here/reports/contacts --articles tests/articles --disturb --seed 6 --out "$work/acts-disturbed.pt"
"$python" $here/act_layer.py train --start $target --model $target --passes 4 --rate 7e-4 --labels 3 --out "$work/act.pt" \
  --read "$work/reports.pt" "$work/acts.pt" "$work/acts.pt" "$work/acts.pt" "$work/acts-disturbed.pt"

# Conditions, and statements inside statements.
"$python" $here/condition_layer.py read --model $target --out "$work/states.pt"
"$python" $here/condition_layer.py read --model $target --folder $here/states/contacts --articles tests/articles --out "$work/own.pt"
"$python" $here/condition_layer.py train --all --start $target --passes 3 --rate 6e-4 --out "$work/condition.pt" \
  --read "$work/own.pt" "$work/own.pt" "$work/states.pt"
"$python" $here/cue_layer.py read --model $target --folder "$old" "$new" "$new" "$new" \
  --articles tests/articles tests/articles tests/articles --out "$work/cues.pt"
"$python" $here/cue_layer.py train --all --start $target --passes 3 --rate 6e-4 --read "$work/cues.pt" --out "$work/cue.pt"

# What is shipped lies between what was and what was learned; of the reader of cues, what was learned.
mean="$python $here/mean.py --model $target"
$mean --of speech --weights "$work/speech.pt" --share 0.65 --out "$work/speech-mean.pt"
$mean --of acts --weights "$work/act.pt" --share 0.6 --out "$work/act-mean.pt"
$mean --of conditions --weights "$work/condition.pt" --share 0.6 --out "$work/condition-mean.pt"
"$python" $here/speech_layer.py join --model $target --weights "$work/speech-mean.pt"
"$python" $here/act_layer.py join --model $target --layer "$work/act-mean.pt"
"$python" $here/condition_layer.py export --model $target --layer "$work/condition-mean.pt"
"$python" $here/cue_layer.py export --model $target --layer "$work/cue.pt"
