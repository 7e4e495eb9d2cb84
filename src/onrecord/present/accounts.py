"""Who tells of a contact: the accounts that governments, or documents, give of one call or meeting."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Actor, Event, Report, Span, Statement
from onrecord.model.vocabulary import CONTACTS, TALKS
from onrecord.present.account_sides import side_of, sides_of, speaks_for, who_says
from onrecord.present.affiliation import Affiliations
from onrecord.present.chain import Chains
from onrecord.present.points import Names, Point, merged, point, tells_something
from onrecord.present.splitting import agenda, opens_agenda, pieces, trimmed
from onrecord.present.telling import goes_on, heard, principals, takes_up, tells_of

REPEATED = 0.8
"""From this similarity on, a point of an account repeats an earlier one of the same account."""
ADDRESSED = 0.5
"""A part of a statement that consists to this part of the name of a listener is not among what was said."""
NEAR = 900
"""Code points from an account within which its side speaks of what was said or promised."""
ONWARD = 300
"""Code points from the end of what a teller tells within which he is still at it."""
_ACCOUNT = re.compile(
    r"\b(?:(?:account|version|readout|read-out|summary|record|communiqu[eé]|bulletin) (?:of|on) "
    r"(?:the|their|his|her|it)\b|(?:account|version|readout|summary) (?:that|from|given|put out|released)\b|"
    r"(?:[’']s|its|their|whose|the \w+) (?:own )?(?:account|version|readout|read-out|communiqu[eé]|bulletin)\b)",
    re.IGNORECASE,
)
"""How a text speaks of what one side tells of a contact."""
_OF_ACCOUNTS = re.compile(r"\b(?:accounts|versions|summaries|readouts)\b")
"""That accounts are given ("their summaries of it differ") tells nothing of the contact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One side's telling. `side` is the country (ISO 3166 alpha-3) or the document, `label` what to call it."""

    side: str
    label: str
    statements: tuple[str, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that an account consists of, with the innermost statement they stand in."""

    span: Span
    statement: str | None
    listed: bool = False


def parties(actors: Iterable[Actor], stand: Affiliations) -> tuple[str, ...]:
    """The states that take part in a contact, in text order."""
    return tuple(dict.fromkeys(state for actor in actors if (state := stand.of(actor))))


def present_at(event: Event) -> tuple[Actor, ...]:
    """All who take part in a contact."""
    return (*event.actors, *event.recipients)


def tellers(report: Report, stand: Affiliations) -> tuple[str, ...]:
    """The states of which somebody gives a readout, or reports what a person of the same state said."""
    found = []
    for root, *inside in _trees(report):
        state = side_of((root, *inside), stand)
        if state and (root.channel == "readout" or any(_said_for(one, state, stand) for one in inside)):
            found.append(state)
    return tuple(dict.fromkeys(found))


def spoken_for(report: Report, stand: Affiliations) -> tuple[str, ...]:
    """The sides for which somebody speaks, also those told only by whose words he tells ("Aldine's office said")."""
    return tuple(dict.fromkeys(side for tree in _trees(report) if (side := side_of(tree, stand)) is not None))


def _said_for(one: Statement, side: str, stand: Affiliations) -> bool:
    """Whether words are those of a person of a state, or of one without a state in the contact itself."""
    if one.speaker is None:
        return False
    alone = one.channel in CONTACTS and one.speaker.name == side
    return stand.of(one.speaker) == side or alone


def by_country(report: Report, countries: tuple[str, ...], label: dict[str, str]) -> tuple[Account, ...]:
    """The accounts inside one report, one a country: a statement belongs to the country of its outermost speaker."""
    trees, stand = _trees(report), Affiliations(report)
    sides = sides_of(report, trees, countries, stand)
    present = principals(report, countries, stand)
    of = {c: [tree for tree, side in zip(trees, sides, strict=True) if side == c] for c in countries}
    told = {c: _telling(report, roots, countries, stand, present) for c, roots in of.items()}
    places = [tree[0].content[0].start for telling in told.values() for tree in telling]
    made = []
    for country in countries:
        known = {tree[0].id for tree in told[country]}
        telling = [t for t in of[country] if t[0].id in known or _takes_up(t[0], present, places)]
        stretches = [part for tree in telling for part in _stretches(tree)]
        made.append(_account(report, country, label.get(country, country), stretches, frozenset(countries)))
    return tuple(made)


def _telling(
    report: Report,
    roots: Sequence[tuple[Statement, ...]],
    countries: tuple[str, ...],
    stand: Affiliations,
    present: frozenset[str],
) -> list[tuple[Statement, ...]]:
    """Of a side's statements those that tell of the contact, and with which their tellers go on about it."""
    telling = [tree for tree in roots if _tells(tree, countries, stand, present) or tells_of(tree[0], present)]
    telling = telling or [tree for tree in roots if _in_an_account(report, tree[0])]
    tellers = {who_says(tree[0]) for tree in telling} - {""}
    chiefs = {who_says(one) for tree in telling for one in tree[1:]} - {""}
    venues = {tree[0].venue for tree in telling}
    named = heard(telling)
    return [
        t
        for t in roots
        if t in telling
        or (who_says(t[0]) in tellers and t[0].venue in {None, *venues} and goes_on(t[0], named))
        or (t[0].cue is None and t[0].channel != "press briefing" and who_says(t[0]) in chiefs)
        or _is_next(report, t[0], telling)
    ]


def _is_next(report: Report, root: Statement, telling: Sequence[tuple[Statement, ...]]) -> bool:
    """Whether the teller of an account says something right behind it: "He gave us a day," she went on."""
    if root.cue is None or root.act != "speech" or root.channel == "speech":
        return False
    outer = (one for one in report.statements if one.parent is None and one.content[0].start < root.content[0].start)
    last = max(outer, key=lambda one: one.content[0].start, default=None)
    if last is None or who_says(last) != who_says(root) or root.content[0].start - last.content[-1].end > ONWARD:
        return False
    return any(tree[0] is last for tree in telling)


def _takes_up(root: Statement, present: frozenset[str], places: Sequence[int]) -> bool:
    """Whether a state, who speaks for it, its officials or its principal speaks of what was said, near an account."""
    one = root.speaker
    if one is None or not (
        speaks_for(one) or one.kind in ("state", "people") or (one.name or "?").rpartition(" ")[2] in present
    ):
        return False
    return takes_up(root) and any(abs(root.content[0].start - place) <= NEAR for place in places)


def _in_an_account(report: Report, root: Statement) -> bool:
    """Whether a statement of an office or a spokesman stands in a paragraph that speaks of an account of a contact."""
    text, speaker = report.document.text or "", root.speaker
    if speaker is None or not speaks_for(speaker):
        return False
    start, end = text.rfind("\n", 0, root.content[0].start) + 1, text.find("\n", root.content[0].end)
    return _ACCOUNT.search(text[start : end if end >= 0 else len(text)]) is not None


def of_document(report: Report, side: str, label: str, countries: frozenset[str]) -> Account:
    """A whole document as one account: its statements, its own acts, and what it says was on the table."""
    stretches = [part for tree in _trees(report) for part in _stretches(tree)]
    own = [event for event in report.events if event.statement is None and event.event != "CONSULT"]
    stretches += [Stretch(event.evidence, None) for event in own]
    stretches += [Stretch(span, None) for span in _sentences(report) for span in agenda(span)]
    kept: list[Stretch] = []
    for one in stretches:
        if not any(one.span.overlap(old.span) * 2 > min(len(one.span.text), len(old.span.text)) for old in kept):
            kept.append(one)
    return _account(report, side, label, sorted(kept, key=lambda s: s.span), countries)


def _account(report: Report, side: str, label: str, parts: Iterable[Stretch], countries: frozenset[str]) -> Account:
    parts = tuple(parts)
    cut = [(piece, part.statement) for part in parts for piece in pieces(part.span, listed=part.listed)]
    names = Names(report)
    made = [point(report, names, piece, statement, countries) for piece, statement in cut]
    told = [one for one in made if tells_something(one)]
    return Account(
        side=side,
        label=label,
        statements=tuple(dict.fromkeys(part.statement for part in parts if part.statement)),
        points=merged(told, REPEATED),
    )


def _trees(report: Report) -> list[tuple[Statement, ...]]:
    """Each outermost statement with all that stand in it, outer ones first."""
    chains = Chains(report.statements)
    trees: dict[str, list[Statement]] = {}
    for one in report.statements:
        trees.setdefault(chains.statements(one.id)[0].id, []).append(one)
    return [tuple(tree) for tree in trees.values()]


def _tells(tree: tuple[Statement, ...], states: tuple[str, ...], stand: Affiliations, present: frozenset[str]) -> bool:
    """Whether a statement is about the contact: a readout, words said in it, or a report of what a party said."""
    root, *inside = tree
    if root.cue is not None and _OF_ACCOUNTS.search(root.cue.text):
        return False
    if root.channel == "readout":
        return True
    if root.channel in CONTACTS:
        told = parties(root.addressees, stand)
        alone = root.channel in TALKS and not told and (bool(root.addressees) or _takes_part(root, present))
        return alone or bool(set(told) & set(states) - {stand.of(root.speaker)})
    quoting = root.channel != "speech" and any(
        _of_a_party(one, states, stand) and (who_says(one) != who_says(root) or _to_the_other(one, states, stand))
        for one in inside
    )  # a delegate who quotes the other side's minister at a session gives no account of a call
    return quoting or any(
        one.channel in CONTACTS and set(parties(one.addressees, stand)) & set(states) for one in inside
    )


def _takes_part(root: Statement, present: frozenset[str]) -> bool:
    """Whether a state, its office or one of those who met speaks: others, heard by telephone, spoke to the press."""
    one = root.speaker
    if one is None:
        return False
    untold = one.kind == "person" and one.name is None  # "the Foreign Minister" of a readout
    return untold or one.kind in ("state", "government", "office") or (one.name or "?").rpartition(" ")[2] in present


def _to_the_other(one: Statement, states: tuple[str, ...], stand: Affiliations) -> bool:
    """Whether a person tells what he told the other side himself: "she said she had reproached the premier"."""
    return bool(set(parties(one.addressees, stand)) & set(states) - {stand.of(one.speaker)})


def _of_a_party(one: Statement, states: tuple[str, ...], stand: Affiliations) -> bool:
    """Whether a person of one of the states said it; "the Minister" is taken for one where no name is known.

    What a party itself is told to have told somebody, it told there: "our government informed the mediators".
    """
    if one.speaker is None:
        return False
    if one.speaker.kind in ("state", "government", "group", "organization") and one.addressees:
        return stand.of(one.speaker) in states
    if one.speaker.kind != "person":
        return False
    state = stand.of(one.speaker)
    return state in states or (state is None and one.speaker.office is not None)


def _stretches(tree: tuple[Statement, ...]) -> Iterable[Stretch]:
    """The innermost words, and what the outer statement says besides, without the frame that reports the inner."""
    called = {child.id for child in tree for one in tree if child.parent == one.id and _called(child, one)}
    for one in tree:
        if one.id in called:
            continue
        inside = [child for child in tree if child.parent == one.id and child.id not in called]
        inner = [s for child in inside for s in child.content]
        cues = [child.cue for child in inside if child.cue is not None]
        names = [c.speaker.mention for c in inside if c.speaker and c.speaker.mention]
        listed = one.cue is not None and opens_agenda(one.cue)
        named = (actor for actor in one.addressees if actor.kind in ("person", "state", "government", "office"))
        listeners = [actor.mention for actor in named if actor.mention is not None]
        for content in one.content:
            if any(content.overlap(mention) > ADDRESSED * len(content.text) for mention in listeners):
                continue  # "told her counterpart Marek": whom it was said to, not what was said
            yield from (Stretch(span, one.id, listed) for span in _besides(content, [*inner, *cues, *names]))


def _called(child: Statement, one: Statement) -> bool:
    """Whether words only say what somebody calls a thing, inside of what is told of it: "rejected what he called …"."""
    around = next((c for c in one.content if child.cue is not None and child.cue in c), None)
    if around is None or child.cue is None:
        return False
    return _WHAT.search(around.text[: child.cue.start - around.start]) is not None


_WHAT = re.compile(r"\bwhat (?:[\w’'-]+ ){0,3}$")


def _besides(content: Span, taken: list[Span]) -> Iterable[Span]:
    """The parts of `content` outside of what is `taken`; all of it where nothing is."""
    edges, at = [], content.start
    for span in sorted(span for span in taken if span.overlap(content)):
        edges.append((at, span.start))
        at = max(at, span.end)
    for start, end in [*edges, (at, content.end)]:
        if end > start:
            part = Span(start, end, content.text[start - content.start : end - content.start])
            if len(trimmed(part).text.split()) >= 2:
                yield part


def _sentences(report: Report) -> list[Span]:
    text = report.document.text or ""
    return [Span(m.start(), m.end(), m.group()) for m in re.finditer(r"[^.!?\n]+", text)]


def most_heard(report: Report) -> str | None:
    """The state that speaks most often in a document; null where none does."""
    stand = Affiliations(report)
    counts: dict[str, int] = {}
    for one in report.statements:
        if one.parent is None and (state := stand.of(one.speaker)):
            counts[state] = counts.get(state, 0) + 1
    return min(counts, key=lambda key: (-counts[key], key)) if counts else None
