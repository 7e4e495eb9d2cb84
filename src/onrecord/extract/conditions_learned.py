"""What the learned reader adds to the rules of conditions: those told in words that no rule knows, and missing parts.

The network (`annotate.word_network`) tells of each word whether it tells a state of affairs, as what it is told,
and at which words its parts are. A word is believed where no rule told anything of its kind in the same words, sooner
in a report about conditions, which tells several beyond doubt. A rule's condition gets the parts that the rule did not
find. (To drop those in whose words the network sees nothing was tried: rules are seldom wrong, and lost a tenth of what
they find in sentences that they were made for.)
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import clause_head, noun_phrase
from onrecord.annotate.word_readings import NONE, WordReading, WordReadings
from onrecord.extract import conditions_frame as frame
from onrecord.extract import conditions_lexicon as lexicon
from onrecord.extract.conditions_access import promised_passage
from onrecord.extract.conditions_believed import none, says_no_itself, tells
from onrecord.extract.conditions_kept_out import let_in, passes
from onrecord.extract.conditions_routes import route_phrase
from onrecord.extract.conditions_status import negated as denies
from onrecord.extract.conditions_status import status, unreal
from onrecord.extract.drafts import ConditionDraft
from onrecord.extract.pointing import Nouns
from onrecord.model import Span
from onrecord.model.vocabulary import ConditionKind, Status

BELIEVED, AMONG_OTHERS = 0.5, 0.35
"""The least share of its kind at which a word is believed: anywhere, and in a report about conditions."""
SEVERAL, SENTENCES = 2, 15
"""A report is about conditions that tells so many beyond doubt, and one in so many sentences."""
POINTS = 0.5
"""The least share of a word's pointing at a part that counts."""
STATUS = 0.6
"""The least share of a status that is believed; syntax that shows another than "asserted" knows better."""
KINDS: dict[str, tuple[ConditionKind, str | None]] = {
    "blocked": ("access", "blocked"), "restricted": ("access", "restricted"), "open": ("access", "open"),
    "shortage": ("shortage", None), "humanitarian": ("humanitarian", None), "displacement": ("displacement", None),
    "casualties": ("casualties", None), "damage": ("damage", None), "fighting": ("security", None),
    "calm": ("security", None),
}  # fmt: skip
"""Kind and state of a record by what the network tells."""
_SORTS: tuple[tuple[ConditionKind, ...], ...] = (
    ("access", "shortage", "humanitarian", "displacement"), ("casualties", "damage", "security"),
)  # fmt: skip
"""Kinds of which several make a report one about such: passage and want, and force."""
_ROUTES = ("access", "security")
_IN_SECTORS = ("shortage", "humanitarian")
_A_DAY = (" a day", " each day", " every day", " daily", " a night")
_NO_PLACES = frozenset(["PERSON", "NORP", "DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"])


def bars(layers: Layers, words: WordReadings, told: Sequence[ConditionDraft]) -> Mapping[ConditionKind, float]:
    """The least share at which a word of a report is believed to tell a kind; `told` is what rules found in it.

    Who tells of the dead of a bombing tells of no roads and no want by that: each sort counts for itself.
    """
    whole = layers.paragraphs[0].start, layers.paragraphs[-1].end
    sure = [w for w in words.telling(*whole, BELIEVED) if w.best[1] >= BELIEVED]
    beside = [w for w in sure if not any(d.evidence.start <= w.start < d.evidence.end for d in told)]
    kinds = [*(draft.kind for draft in told), *(KINDS[w.best[0]][0] for w in beside if w.best[0] in KINDS)]
    least: dict[ConditionKind, float] = {}
    for sort in _SORTS:
        count = sum(kind in sort for kind in kinds)
        about = count >= SEVERAL and len(kinds) * SENTENCES >= len(layers.sentences)
        least |= dict.fromkeys(sort, AMONG_OTHERS if about else BELIEVED)
    return least


class LearnedConditions:
    """The network's readings of one paragraph."""

    def __init__(self, layers: Layers, paragraph: Paragraph, words: WordReadings) -> None:
        self._layers, self._paragraph, self._words = layers, paragraph, words
        self._nouns: dict[int, Nouns] = {}

    def completed(self, told: ConditionDraft) -> ConditionDraft:
        """A rule's condition with the parts that it lacks."""
        word = self._teller(told)
        trigger = None if word is None else self._paragraph.token_at(word.start)
        if word is None or trigger is None:
            return told
        return replace(
            told,
            place=told.place or self._place(word, trigger),
            since=told.since or self._since(word, trigger),
            restricted=told.restricted or self._kept_out(word, trigger, told.state),
        )

    def found(self, told: Sequence[ConditionDraft], least: Mapping[ConditionKind, float]) -> Iterator[ConditionDraft]:
        """The conditions of the paragraph beside those that rules told, of this share or more, the surest first."""
        near = self._words.telling(self._paragraph.start, self._paragraph.end, AMONG_OTHERS)
        words = [w for w in near if w.best[0] in KINDS and w.best[1] >= least[KINDS[w.best[0]][0]]]
        held = list(told)
        for word in sorted(words, key=lambda w: (-w.best[1], w.start)):
            trigger = self._paragraph.token_at(word.start)
            if trigger is None or trigger.is_punct or trigger.is_space:
                continue
            made = self._draft(word, trigger, word.best[0])
            told_so = any(_same(made, self._paragraph.span(trigger), other) for other in held)
            if not told_so and not self._only_promised(made) and tells(made, trigger):
                held.append(made)
                yield made

    def _only_promised(self, made: ConditionDraft) -> bool:
        """Whether passage is what an accord guarantees: "the safety of persons and cargo along the corridor"."""
        if made.state not in ("open", "restricted") or made.status != "asserted":
            return False
        return any(phrase.overlap(made.evidence) for _, phrase in promised_passage(self._paragraph))

    # ---- one word
    def _draft(self, word: WordReading, trigger: Token, name: str) -> ConditionDraft:
        kind, state = KINDS[name]
        evidence = _evidence(trigger)
        people = self._phrases(word, trigger, "affected")
        goods = self._heads(word, trigger, "goods")
        how, negated = self._status(word, trigger)
        if state == "open" and none(trigger):
            state = "blocked"  # "have had no access to the fields"
        sectors = frame.sectors_of(goods) or frame.sectors(evidence)
        cause = frame.cause_tokens(trigger, evidence)
        return ConditionDraft(
            kind=kind,
            place=self._place(word, trigger),
            state=state,
            severity=frame.severity(trigger),
            sectors=sectors if kind in _IN_SECTORS else (),
            restricted=self._kept_out(word, trigger, state),
            affected=next(iter(people), None),
            since=self._since(word, trigger) or self._since_when(trigger, evidence),
            quantity=self._quantity(word, trigger),
            cause=None if cause is None else self._paragraph.span(cause),
            evidence=self._paragraph.span(evidence),
            status=how,
            negated=negated,
        )

    def _status(self, word: WordReading, trigger: Token) -> tuple[Status, bool]:
        told, negated = status(trigger), denies(trigger)
        if (put := unreal(trigger)) is not None:
            return put, negated and not (put == "asserted" and says_no_itself(trigger))
        best, share = max(word.statuses.items(), key=lambda pair: pair[1])
        if share < STATUS or (best == "asserted" and told != "asserted"):
            return told, negated
        if best == "denied" and negated:
            return told, True
        if best == "asserted" and trigger.lemma_.lower() in lexicon.words("plenty"):
            return "asserted", not negated  # "the shelves are full"
        if best == "asserted" and negated:  # "no bread has arrived": the word says no itself
            return "asserted", not says_no_itself(trigger)
        return cast(Status, best), negated

    def _place(self, word: WordReading, trigger: Token) -> Span | None:
        head = next(iter(self._heads(word, trigger, "place")), None)
        if head is None or head.ent_type_ in _NO_PLACES:
            return None
        span = self._paragraph.span(route_phrase(head))
        within = [t for t in self._layers.toponyms_in(span.start, span.end) if t.end <= span.end]
        if len(within) == 1 and within[0].use != "adjective" and within[0].end == span.end:
            return self._layers.span(within[0].start, within[0].end)
        return span

    def _since(self, word: WordReading, trigger: Token) -> Span | None:
        sentence = trigger.sent
        starts, end = [self._paragraph.start + t.idx for t in sentence], self._paragraph.start + sentence.end_char
        masses, _ = word.masses("since", [*starts, end])
        best: tuple[float, Span | None] = (POINTS, None)
        for time in self._layers.times_in(starts[0], end) if starts else ():
            if self._of(time.start, trigger):
                if time.type != "DURATION" and self._only_then(time.start, trigger):
                    continue
                mass = sum(m for s, m in zip(starts, masses, strict=False) if time.start <= s < time.end)
                best = max(best, (mass, self._layers.span(time.start, time.end)), key=lambda pair: pair[0])
        return best[1]

    def _only_then(self, time: int, trigger: Token) -> bool:
        """Whether it was so already on a day that is told: "remained shut on Sunday"."""
        told = self._layers.text[max(0, time - 8) : time].split()
        verb = clause_head(trigger)
        above = verb.head if verb.dep_ in ("acomp", "oprd", "xcomp") else verb
        stays = above.lemma_ in lexicon.words("staying")
        return stays and not (told and told[-1].lower() in ("since", "for", "from"))

    def _since_when(self, trigger: Token, evidence: Tokens) -> Span | None:
        """How long it has been so, by the words of a condition: not how long a day, nor of another deed."""
        time = frame.since(self._layers, self._paragraph.span(evidence))
        if time is None or self._layers.text.startswith(_A_DAY, time.end):
            return None
        return time if self._of(time.start, trigger) else None

    def _of(self, time: int, trigger: Token) -> bool:
        """Whether a time is told of the word itself, not of another deed: "end the siege and free men taken in May"."""
        token = self._paragraph.token_at(time)
        verb = None if token is None else next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
        if verb is None or verb == trigger:
            return True
        return verb.dep_ not in ("acl", "relcl") or verb in trigger.ancestors or verb in list(trigger.subtree)

    def _kept_out(self, word: WordReading, trigger: Token, state: str | None) -> tuple[Span, ...]:
        """What a closed or restricted route keeps out; on an open one the word points at what moves again."""
        if state == "open":
            return let_in(self._paragraph, clause_head(trigger))
        if state not in ("blocked", "restricted"):
            return ()
        pointed = self._heads(word, trigger, "restricted")
        heads = [head for head in pointed if not _keeps_out(head) and _beside(head, trigger)]
        return tuple(self._paragraph.span(_without_only(noun_phrase(head))) for head in heads)

    def _quantity(self, word: WordReading, trigger: Token) -> Span | None:
        for head in self._heads(word, trigger, "quantity"):
            noun = head.head if head.dep_ == "nummod" and head.head.i > head.i else head  # "9,000" of "9,000 people"
            return frame.quantity(self._paragraph, noun) or self._paragraph.span(noun_phrase(noun))
        return None

    def _phrases(self, word: WordReading, trigger: Token, part: str) -> tuple[Span, ...]:
        return tuple(self._paragraph.span(noun_phrase(head)) for head in self._heads(word, trigger, part))

    def _heads(self, word: WordReading, trigger: Token, part: str) -> list[Token]:
        sentence = trigger.sent
        if sentence.start not in self._nouns:
            self._nouns[sentence.start] = Nouns(sentence, self._paragraph.start)
        heads, mass = self._nouns[sentence.start].pointed(word, part)
        return heads if mass >= POINTS else []

    # ---- words of the paragraph
    def _teller(self, told: ConditionDraft) -> WordReading | None:
        """The word that tells a rule's condition."""
        words = self._words.telling(told.evidence.start, told.evidence.end, POINTS)
        own = [(_share(word, told.kind), word) for word in words]
        share, word = max(own, key=lambda pair: pair[0], default=(0.0, None))
        return word if share >= POINTS else None


def _beside(head: Token, trigger: Token) -> bool:
    """Whether a noun stands in the clause of a word, is what a relative clause tells of, or shared with its verb."""
    verb = clause_head(trigger)
    while verb.dep_ in ("xcomp", "conj") and verb.head.pos_ in ("VERB", "AUX"):
        if clause_head(head) == verb:
            return True
        verb = verb.head
    return clause_head(head) == verb or trigger.is_ancestor(head) or head == verb.head


def _keeps_out(head: Token) -> bool:
    """Whether a noun is who keeps others out ("boats have barred trawlers"), the way itself, or what is shown."""
    verb, lemma = head.head, head.lemma_.lower()
    if head.dep_ == "npadvmod" or (head.dep_.startswith("nsubj") and lemma in lexicon.words("routes")):
        return True
    if head.dep_ == "pobj" and verb.lower_ in ("by", "with", "without", "under", "after"):
        return True
    lists = ("barring", "closing", "isolating", "passing_verbs", "holding_up")
    closes = any(verb.lemma_.lower() in lexicon.words(name) for name in lists)
    return head.dep_ == "nsubj" and closes and any(c.dep_ == "dobj" for c in verb.children)


def _without_only(phrase: Tokens) -> Tokens:
    return phrase[1:] if len(phrase) > 1 and phrase[0].lower_ in ("only", "just", "even") else phrase


def _share(word: WordReading, kind: ConditionKind) -> float:
    return sum(share for name, share in word.shares.items() if name != NONE and KINDS[name][0] == kind)


def _same(made: ConditionDraft, trigger: Span, other: ConditionDraft) -> bool:
    """Whether a rule told it: something of the same sort in the same words, or of the same kind nearly so.

    The fire that killed or destroyed is told with what it did.
    """
    alike = made.kind == "security" or (made.kind in _ROUTES) == (other.kind in _ROUTES)
    return (alike and trigger.overlap(other.evidence) > 0) or (
        made.kind == other.kind and made.evidence.overlap(other.evidence) > 0
    )


def _letting(verb: Token) -> Tokens | None:
    """ "to let grain boats pass the lock", "meals may have to be cut": one clause, whichever of its verbs tells it."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and verb.tag_ in ("VB", "VBN"):
        return frame.stretch([*frame.verb_evidence(verb.head), *frame.verb_evidence(verb)])  # "have to be halved"
    outer = verb if verb.lemma_ in lexicon.words("letting") else verb.head
    inner = next((c for c in outer.children if c.dep_ in ("ccomp", "xcomp") and c.i > outer.i), None)
    if outer.lemma_ not in lexicon.words("letting") or inner is None or verb not in (outer, inner):
        return None
    who = (c for v in (outer, inner) for c in v.children if c.dep_ in ("dobj", "nsubj") and c.i > outer.i)
    if not any(passes(noun) for noun in who):
        return None  # "let the main be shut off"
    return frame.stretch([*frame.verb_evidence(outer), *frame.verb_evidence(inner)])


def _evidence(trigger: Token) -> Tokens:
    """The clause of a verb, or of what is said of something by "is"; the phrase of a noun or of an attribute."""
    if trigger.pos_ in ("VERB", "AUX"):
        return _letting(trigger) or frame.verb_evidence(trigger)
    head = trigger.head
    if trigger.dep_ in ("acomp", "attr", "prt", "oprd") and head.pos_ in ("VERB", "AUX"):
        return frame.verb_evidence(head)
    if trigger.dep_ in ("amod", "compound", "nummod", "det") and head.pos_ in ("NOUN", "PROPN"):
        return frame.noun_evidence(head)
    if trigger.dep_ in ("prep", "advmod") and head.pos_ in ("VERB", "AUX"):
        return frame.verb_evidence(head)
    return frame.noun_evidence(trigger)
