"""The task "statements": a row for each fragment of what is reported, with the words of its source and cue."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.annotate.parse import parse
from onrecord.annotate.standard import annotation
from onrecord.extract.drafts import StatementDraft
from onrecord.extract.statements import statements
from onrecord.ingest.document import document
from onrecord.model import Span


def predict(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The statements of each row's text; sources carried over are given where they were last named."""
    annotate = annotation()
    for row in rows:
        layers = annotate(parse(document(row["text"])))
        yield {"doc_id": row["doc_id"], "quotes": list(quotes(statements(layers)))}


def quotes(drafts: tuple[StatementDraft, ...]) -> Iterator[dict[str, Any]]:
    """The rows of one document.

    The corpus marks one level of reported speech and few statements inside another: where the model was at work, which
    learned that level, those inside another statement are left out here (not in the record).
    """
    learned = any(draft.found_by != "rules" for draft in drafts)
    for draft in drafts:
        if learned and draft.parent is not None:
            continue
        source = _source(draft, drafts)
        for part in draft.content:
            yield {
                "start": part.start,
                "end": part.end,
                "speaker_start": source.start if source else None,
                "speaker_end": source.end if source else None,
                "speaker_text": source.text if source else None,
                "cue": draft.cue.text if draft.cue else None,
            }


def _source(draft: StatementDraft, drafts: tuple[StatementDraft, ...]) -> Span | None:
    """The words that name the source, here or where it was carried from."""
    if draft.source is None and draft.carried_from is not None:
        return drafts[draft.carried_from].source
    return draft.source
