#!/bin/sh
# Rebuild the coder of relations and measure it. From the repository's root, with the environment of train/requirements.txt
# and, for the pairs and the rules, the package's own. With a graphics processor (torch built for it, JOBS=6) a matter of
# minutes: the scripts that this was written from took twelve on an H100, all folds included. On two cores it takes days.
# FOLDS=no leaves out the five folds, which take most of the time, and needs a weighing.json of an earlier run in $WORK.
# JOBS=6 trains so many folds at once. TRIAL=4 only shows that every step runs: four examples of each source, one pass;
# with it, set TARGET and WORK, and DATA to a folder with a few rows and texts.
set -eu
python=${PYTHON:-.train-venv/bin/python}
package=${PACKAGE_PYTHON:-.venv/bin/python}
data=${DATA:-../shared/data}
rows=$data/dyads_train.jsonl
work=${WORK:-build/dyads}
seeds=${SEEDS:-0 1 2}
target=${TARGET:-src/onrecord/resources/models/dyads}
folds=all
[ "${FOLDS:-yes}" = no ] || folds="0 1 2 3 4 all"
most=${TRIAL:+--most $TRIAL}
trial=${TRIAL:+$most --passes 1}
last=${TRIAL:+--last-passes 1}
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
mkdir -p "$work/teacher"
each() { xargs -P "${JOBS:-1}" -I{} "$@"; }  # the command, for each line of the input

# 1. Pairs of parties in development news, found by the package itself, and the teacher's encoder.
"$package" train/dyads/pairs.py --texts "$data/statements_train.jsonl" "$data/event_places_dev.jsonl" "$data/times_dev.jsonl" \
  $most --out "$work/pairs.jsonl"
encoder=$("$python" train/common/mpnet.py "${ENCODERS:-build}")
learned="--data $rows --pairs $work/pairs.jsonl"

# 2. Two general teachers, from labelled sentences and no row (figures on all rows); then, for each fold, both with its rows.
printf '%s\n' 0 1 | each "$python" train/dyads/teacher.py general --encoder "$encoder" --data "$rows" --seed {} $trial \
  --out "$work/teacher/general-{}.pt"
printf '%s\n' $folds | each "$python" train/dyads/teacher.py answers --encoder "$encoder" --general "$work/teacher/general-0.pt" \
  "$work/teacher/general-1.pt" $learned --fold {} $trial --out "$work/teacher"

# 3. The coder: for each fold it learns from the teacher that has not seen its rows either; shipped, from all.
printf '%s\n' $folds | each "$python" train/dyads/student.py $learned --answers "$work/teacher/answers-{}.pt" --fold {} \
  --seeds $seeds $trial $last --out "$work"

# 4. Figures and temperature; what the codebook's rules find in the rows, and how much it weighs beside the coder.
if [ "${FOLDS:-yes}" != no ]; then
  "$python" train/dyads/folds.py --data "$rows" --scores "$work/teacher"
  "$python" train/dyads/folds.py --data "$rows" --scores "$work"
  "$package" -m onrecord.evaluation.rule_evidence "$rows" > "$work/evidence.jsonl"
  "$python" train/dyads/weighing.py --data "$rows" --evidence "$work/evidence.jsonl" --weights "$work" --seeds $seeds \
    --out "$work/weighing.json"
fi

# 5. The weights of the seeds averaged, as they are shipped.
"$python" train/dyads/export.py --weights "$work"/all-*.pt --out "$target" --temperature "${TEMPERATURE:-0.85}" \
  --weighing "$work/weighing.json"
