"""Which of the time expressions in a clause says when its event happened."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.annotate.layers import Paragraph, TimeExpression
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.extract.argument_heads import DEEDS, types_of
from onrecord.extract.dated_things import hangs_on, tells_which
from onrecord.extract.judged import is_judged
from onrecord.extract.matching import Match
from onrecord.model import Span


class EventTimes:
    """Finds the times of the events of one paragraph; `times` are all that it tells."""

    def __init__(self, book: CompiledCodebook, paragraph: Paragraph, times: Sequence[TimeExpression]) -> None:
        self._book, self._paragraph, self._times = book, paragraph, times

    def of(self, match: Match, evidence: Span) -> TimeExpression | None:
        """The time of an act: its own clause's, else that of a clause which happened with it."""
        trigger, head = match.trigger, phrases.clause_head(match.trigger)
        own = [t for t in self._times if not is_judged(trigger) or self._may_be_judged(t, trigger)]
        others = self._deeds(trigger, match.light)
        time = own_time(self._paragraph, own, evidence, (trigger, *match.light, head), others)
        for other, end in _happening_with(trigger, head) if time is None else ():
            clause = self._paragraph.span(phrases.clause_span(other))
            times = [t for t in own if end is None or t.end <= self._paragraph.start + end]
            time = time or own_time(self._paragraph, times, clause, (other,), others)
        return time

    def _may_be_judged(self, time: TimeExpression, deed: Token) -> bool:
        """Whether a time may be that of a judged deed: it stands in the deed's own phrase, or is a date behind it.

        "Condemned the raid on Friday" is news of Friday; "condemned the raid on 4 February" tells when the raid was.
        """
        start, end = (at - self._paragraph.start for at in (time.start, time.end))
        words = self._paragraph.parse.char_span(start, end, alignment_mode="expand")
        if words is None or deed.is_ancestor(words.root):
            return True
        return start > deed.idx and any(t.is_digit for t in words)

    def _deeds(self, trigger: Token, light: Collection[Token]) -> set[int]:
        """The places of the nouns in a sentence that tell deeds of their own, which have days of their own."""
        nouns = (t for t in trigger.sent if t.pos_ == "NOUN" and t != trigger and t not in light)
        return {noun.i for noun in nouns if types_of(noun, self._book) & DEEDS}


def _happening_with(trigger: Token, head: Token) -> Iterator[tuple[Token, int | None]]:
    """The verbs of clauses that share their time with an act's, each with where the shared words end, if not all are.

    "Shelled it on Monday and took prisoners"; "on Monday its talks failed, and Ostria left"; "took a turn on Monday
    when Ostria left"; "was seized and shot on Monday".
    """
    before = syntax.joined(head)
    if head.dep_ == "conj" and before.pos_ in ("VERB", "AUX"):
        subject = syntax.child(before, "nsubj", "nsubjpass")
        if syntax.child(head, *syntax.SUBJECTS) is None:
            if before.tag_ == head.tag_ and before.pos_ == "VERB":
                yield before, None
        elif subject is not None and not any(c.lower_ == "but" for c in before.rights if c.dep_ == "cc"):
            yield before, subject.doc[subject.left_edge.i].idx
    when = head.dep_ in ("advcl", "relcl") and any(c.lower_ == "when" for c in head.lefts)
    if when and (head.dep_ == "advcl" or head.head.ent_type_ in ("DATE", "TIME")):
        yield phrases.clause_head(head.head), None
    if trigger.tag_ == "VBN":
        yield from ((c, None) for c in trigger.rights if c.dep_ == "conj" and c.tag_ == "VBN" and not _has_own(c))


def _has_own(verb: Token) -> bool:
    return any(c.dep_ in (*syntax.SUBJECTS, "aux", "auxpass") for c in verb.lefts)


def own_time(
    paragraph: Paragraph,
    times: Iterable[TimeExpression],
    evidence: Span,
    verbs: Sequence[Token],
    others: Collection[int] = (),
) -> TimeExpression | None:
    """The time that hangs on one of `verbs`; else the first of the clause that is no part of what a noun names, and
    does not hang on one of `others`.

    "violated the declaration of 9 November on Monday" happened on Monday; the declaration's own date dates nothing.
    """
    free: list[TimeExpression] = []
    for time in times:
        if not (evidence.start <= time.start and time.end <= evidence.end):
            continue
        root, path = hangs_on(paragraph, time)
        if any(token in verbs for token in path):
            return time
        if not path or not (tells_which(root, path) or any(token.i in others for token in path)):
            free.append(time)
    return free[0] if free else None
