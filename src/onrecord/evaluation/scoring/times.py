"""Time expressions as in TempEval-3 task A (UzZaman et al., SemEval 2013)."""

from collections import Counter

from onrecord.evaluation.scoring.common import Result, Row, Rows, align, bounds, equal_first, pair, prf, ratio


def _compare(gold: Row, predicted: Row, counts: Counter[str], errors: list[str]) -> None:
    want, got = sorted(gold["times"], key=bounds), sorted(predicted["times"], key=bounds)
    matched = align([bounds(x) for x in want], [bounds(x) for x in got], equal_first)
    counts.update(gold=len(want), pred=len(got), relaxed=len(matched))
    name, text = gold["doc_id"], gold["text"]
    for i, j in matched:
        a, b = want[i], got[j]
        same_value = a.get("value") == b.get("value")
        counts.update(strict=bounds(a) == bounds(b), type=a.get("type") == b.get("type"), value=same_value)
        if not same_value:
            values = f"gold {a.get('value')} predicted {b.get('value')} (published {gold.get('published')})"
            errors.append(f"{name}: {text[slice(*bounds(a))]!r} {values}")
    missed = sorted(set(range(len(want))) - {i for i, _ in matched})
    spurious = sorted(set(range(len(got))) - {j for _, j in matched})
    errors += [f"{name}: missed {text[slice(*bounds(want[i]))]!r}" for i in missed]
    errors += [f"{name}: spurious {text[slice(*bounds(got[j]))]!r}" for j in spurious]


def score_times(gold: Rows, predicted: Rows, errors: list[str]) -> Result:
    """Span, type and value F1.

    relaxed: one-to-one, spans share a character; strict: spans equal. type_f1 and value_f1: a relaxed match
    with the same TIMEX3 type or value counts; P over all system and R over all gold expressions. The
    accuracies are over relaxed matches.
    """
    counts: Counter[str] = Counter()
    for want, got in pair(gold, predicted, "times"):
        _compare(want, got, counts, errors)
    return {
        "relaxed": prf(counts["relaxed"], counts["pred"], counts["gold"]),
        "strict": prf(counts["strict"], counts["pred"], counts["gold"]),
        "type_f1": prf(counts["type"], counts["pred"], counts["gold"]),
        "value_f1": prf(counts["value"], counts["pred"], counts["gold"]),
        "type_accuracy": ratio(counts["type"], counts["relaxed"]),
        "value_accuracy": ratio(counts["value"], counts["relaxed"]),
    }
