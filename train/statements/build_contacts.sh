#!/bin/sh
# Let the four shipped layers go on learning, from articles and reports of contacts between governments (`contacts/`) and
# the development articles with their readings, beside a draw of what they learned from before. From the repository's
# root; the models in $target are read as they stand before, and written anew. An hour on one core.
set -eu
python=${PYTHON:-.train-venv/bin/python}
package=${PACKAGE:-.venv/bin/python}
data=${DATA:-../shared/data}
work=${WORK:-build/contacts}
target=src/onrecord/resources/models/statements
here=train/statements
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
mkdir -p "$work"
"$python" $here/draw.py --out "$work"
"$package" $here/acts_rows.py --out "$work/rows.jsonl" --dyads "$data/dyads_train.jsonl"
"$package" $here/speech_rules.py --folder "$work/drawn" $here/contacts --articles tests/articles --out "$work/rules.jsonl"
together="$python $here/together.py"
$together read --model $target --rules "$work/rules.jsonl" --contacts $here/contacts \
  --articles tests/articles --out "$work/new.pkl"
$together read --model $target --rules "$work/rules.jsonl" --share 0.3 --seed 5 --speeches "$work/drawn" \
  --acts $here/reports $here/reports/further --states $here/states \
  --negatives "$data/negatives_dev.jsonl" --news "$data/statements_train.jsonl" --out "$work/old.pkl"
$together train --model $target --read "$work/new.pkl" --old "$work/old.pkl" --draw 0.34 --passes 5 --out "$work/four.pt"
# What is shipped lies between what was and what was learned.
$together put --model $target --weights "$work/four.pt" --shares 0.85 0 0.7 1 --out $target
# The act layer learns on from everything that has labels of acts, which `together.py` does not read.
"$python" $here/acts_again.py --model $target --acts "$work/rows.jsonl" --negatives "$data/negatives_dev.jsonl" \
  --reports $here/reports $here/reports/further --contacts $here/contacts tests/development/desks --articles tests/articles --out $target
