"""Who is meant by a pronoun, a bare title or "the two": what fits, is near, and stands out.

Salience by rule, after Lappin and Leass (1994): nearness, subjecthood, the same quotation. Where two fit
equally well nobody is chosen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from onrecord.link.referents import Referent
from onrecord.link.scene import Noticed

WINDOW = 40
"""Mentions looked back at."""

PARAGRAPHS = 4
NEARNESS = (3.0, 2.2, 1.4, 0.9, 0.6, 0.4)

HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
IT = frozenset(["it", "its", "itself"])
THEY = frozenset(["they", "them", "their", "theirs", "themselves"])
FIRST = frozenset(["i", "me", "my", "mine", "myself"])
WE = frozenset(["we", "us", "our", "ours", "ourselves"])
YOU = frozenset(["you", "your", "yours", "yourself", "yourselves"])
PERSONAL = HE | SHE
OF_SPEECH = FIRST | WE | YOU
"""Pronouns of those who speak and are spoken to."""
THIRD = PERSONAL | IT | THEY
BODIES = frozenset(["state", "government", "organization", "office", "group"])

_ACTIVITY = frozenset(
    [
        "meet",
        "speak",
        "talk",
        "discuss",
        "negotiate",
        "call",
        "phone",
        "agree",
        "confer",
        "host",
        "telephone",
        "receive",
        "visit",
    ]
)
_CONTACTS = frozenset(["meeting", "talks", "call", "conversation", "discussion", "negotiation", "summit", "phone"])
_TOUCHING = _ACTIVITY | _CONTACTS


def fits_pronoun(word: str, referent: Referent) -> bool:
    """Whether a third-person pronoun can stand for a referent."""
    if word in PERSONAL:
        return referent.kind == "person" and not referent.plural and referent.gender in ("", "m" if word in HE else "f")
    if word in IT:
        return (referent.kind in BODIES or referent.kind == "unknown") and not referent.plural
    return referent.plural or referent.kind in ("people", "group", "organization", "government", "state", "office")


def recent(noticed: Sequence[Noticed], paragraph: int) -> Sequence[Noticed]:
    """The mentions before, the last first, as far back as memory goes."""
    near = noticed[-WINDOW:]
    return near[bisect_left(near, paragraph - PARAGRAPHS, key=_paragraph) :][::-1]


def _paragraph(mention: Noticed) -> int:
    return mention.paragraph


def salience(mention: Noticed, sentence: int, quote: int | None) -> float:
    """How much a mention stands out, seen from `sentence` and from inside the quotation `quote`."""
    distance = sentence - mention.sentence
    score = NEARNESS[distance] if distance < len(NEARNESS) else 0.2
    score += 1.0 if mention.subject else 0.0
    score -= 3.0 if mention.literal else 0.0
    if quote is not None and mention.quote is not None:
        score += 1.0 if mention.quote == quote else 0.4
    elif mention.quote is not None and mention.quote != quote:
        score -= 2.0
    return score


def best[Key](scores: dict[Key, float], margin: float) -> Key | None:
    """The key that scores best, if by more than `margin`; of equals the one that was met last."""
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] <= 0 or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] <= margin):
        return None
    return ranked[0][0]


def antecedent(
    token: Token,
    noticed: Sequence[Noticed],
    place: tuple[int, int, int | None],
    barred: Callable[[Noticed], bool],
    speaker: Referent | None,
    rival: float,
    leaning: Callable[[Noticed], float] | None = None,
) -> tuple[Referent, ...]:
    """Whom a third-person pronoun stands for; `place` is its sentence, paragraph and quotation.

    `rival` is how much some thing stands out for which it may stand as well, `leaning` what more speaks for a mention.
    """
    sentence, paragraph, quote = place
    word = token.lower_
    scores: dict[tuple[Referent, ...], float] = {}
    before = recent(noticed, paragraph)
    ruled_out = {r for m in before if m.sentence == sentence and barred(m) for r in m.referents}
    inside = quote is not None and any(m.quote == quote and m.sentence < sentence for m in before)
    suiting: dict[tuple[Referent, ...], float | None] = {}
    for mention in before:
        group = mention.referents
        if group not in suiting:
            suiting[group] = _suits(word, group) if _may_be(word, group, ruled_out) else None
        suits = suiting[group]
        if suits is None:
            continue
        score = salience(mention, sentence, quote) + suits
        score += 0.0 if leaning is None else leaning(mention)
        score -= 4.0 if quote is not None and speaker in group else 0.0
        score -= OUTSIDE if inside and len(group) > 1 and mention.quote is None else 0.0
        if score > scores.get(group, 0.0) and not barred(mention):
            scores[group] = score
    found = best(scores, 0.05) or ()
    return found if found and scores[found] >= rival else ()


def _may_be(word: str, group: tuple[Referent, ...], ruled_out: set[Referent]) -> bool:
    """Whether a pronoun can stand for a group, or for the one who is all of it and is not ruled out."""
    if len(group) == 1:
        return fits_pronoun(word, group[0]) and group[0] not in ruled_out
    return bool(group) and word in THEY


def nearest_thing(
    word: str, things: Sequence[tuple[int, int | None, bool, bool]], sentence: int, quote: int | None
) -> float:
    """How much the thing that stands out most does, of those that "it" or "they" may mean."""
    if word not in IT and word not in THEY:
        return 0.0
    best_score = 0.0
    for place, inside, subject, plural in reversed(things[-12:]):
        distance = sentence - place
        if plural != (word in THEY) or distance >= len(NEARNESS) or inside != quote:
            continue
        best_score = max(best_score, NEARNESS[distance] + (1.0 if subject else -0.4))
    return best_score - (0.3 if word in IT else 1.2)


OUTSIDE = 1.2
"""What speaks against several whom only the report names together, for "they" further on in somebody's words."""
MANY = frozenset(["police"])
"""Nouns without a plural ending that "they" takes up and "it" does not."""


def _suits(word: str, group: tuple[Referent, ...]) -> float:
    """How well number and gender suit a pronoun, beyond not speaking against it."""
    if word in THEY:
        if len(group) > 1:
            return 0.8
        return 0.3 if group[0].plural or group[0].kind == "people" or group[0].head in MANY else -1.1
    return 0.3 if group[0].gender and word in PERSONAL else 0.0


def is_empty_it(token: Token) -> bool:
    """Whether "it" stands for nothing ("it is feared that …", "it was noted that …")."""
    if token.lower_ != "it":
        return False
    verb = token.head
    if token.dep_ == "expl":
        return True
    clause = any(c.dep_ in ("ccomp", "csubj", "xcomp", "advcl", "acl") and c.i > verb.i for c in verb.children)
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    complement = next((c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd")), None)
    if verb.lemma_ in ("be", "seem", "appear", "happen") and complement is not None:
        inner = any(c.dep_ in ("ccomp", "csubj", "xcomp", "acl", "advcl") for c in complement.children)
        return clause or inner or complement.lemma_ in ("time", "day", "clear", "unclear", "possible", "likely")
    return passive and clause


def barred_by_binding(token: Token, mention: Noticed, heads: dict[int, Token]) -> bool:
    """Whether grammar keeps a pronoun from standing for a mention: subject and object of one verb differ."""
    other = heads.get(mention.head)
    if other is None or other.doc is not token.doc or token.lower_.endswith(("self", "selves")):
        return False
    if token.dep_ == "poss":
        return token.head == other
    if token.dep_ in ("nsubj", "nsubjpass"):
        return False
    while other.dep_ == "appos":
        other = other.head
    verb = token.head
    while verb.head != verb and verb.pos_ not in ("VERB", "AUX"):
        if any(c.dep_ == "poss" for c in verb.children):
            return False
        verb = verb.head
    if other.dep_ not in ("nsubj", "nsubjpass"):
        return False
    while other.head != verb and verb.dep_ in ("advcl", "xcomp", "conj") and verb.head != verb:
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
            return False
        verb = verb.head
    return other.head == verb


def nearest_subject(other: Token, token: Token) -> bool:
    """Whether a word is the last subject before a pronoun, in its sentence."""
    return (
        other.doc == token.doc
        and token.sent.start <= other.i < token.i
        and other.dep_ == "nsubj"
        and not any(t.dep_ == "nsubj" for t in token.doc[other.i + 1 : token.i])
    )


def contact(verb_or_noun: Token) -> bool:
    """Whether a word tells of a meeting or call."""
    return verb_or_noun.lemma_ in _TOUCHING or verb_or_noun.lower_ in _CONTACTS


def pair(
    noticed: Sequence[Noticed], wanted: frozenset[str], sentence: int, contacts: Sequence[tuple[Referent, Referent]]
) -> tuple[Referent, ...]:
    """The two that "the two" are: the last two of one sentence, else the parties of the last contact.

    `wanted` are the kinds of actor that the words allow ("ministers": persons; "sides": anybody).
    """
    met = next((two for two in reversed(contacts) if {two[0].kind, two[1].kind} <= wanted), None)
    near = _together(noticed, wanted, sentence)
    if met is not None and (not near or set(near) & set(met) or sentence - near_sentence(noticed, near) > 1):
        return met
    return near or (met or ())


def _state_or_self(referent: Referent) -> object:
    """What makes two referents one side: a state and its ministries are one."""
    if referent.kind in ("state", "government") and referent.polity is not None:
        return referent.polity.id
    return referent.identity() or referent


def in_order(two: tuple[Referent, ...], noticed: Sequence[Noticed]) -> tuple[Referent, ...]:
    """Referents in the order in which the text mentions them, as far back as a few paragraphs."""
    first = {r: spot for spot, m in reversed(list(enumerate(noticed[-WINDOW * 4 :]))) for r in m.referents}
    return tuple(sorted(two, key=lambda r: first.get(r, 0)))


def near_sentence(noticed: Sequence[Noticed], near: tuple[Referent, ...]) -> int:
    """The sentence in which a pair was last mentioned."""
    wanted = set(near)
    return next((m.sentence for m in reversed(noticed[-WINDOW * 4 :]) if wanted & set(m.referents)), -99)


def _together(noticed: Sequence[Noticed], wanted: frozenset[str], sentence: int) -> tuple[Referent, ...]:
    """Exactly two that fit, mentioned in this sentence or in the nearest of the three before it."""
    for back in range(4):
        found: dict[Referent, None] = {}
        for mention in noticed[-WINDOW:]:
            if mention.sentence == sentence - back and not mention.literal:
                for referent in mention.referents:
                    if referent.kind in wanted and not referent.plural:
                        found[referent] = None
        for sort in (("person",), ("state", "government"), ("organization", "group", "office")):
            alike = list({_state_or_self(r): r for r in found if r.kind in sort}.values())
            if len(alike) == 2:
                return tuple(alike)
    return ()
