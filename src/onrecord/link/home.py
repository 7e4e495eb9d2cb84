"""The state whose officials a report does not have to name: that of who issued it, or the only one it is about.

A ministry's own release says "the Minister", a wire report from a capital "Defence Minister Kress": a reader knows
whose they are. What is told this way is marked as such in the record (`country_by`), since the words do not say it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from spacy.tokens import Token

from onrecord.annotate.layers import Entity, Layers
from onrecord.link.allegiance import Allegiance
from onrecord.link.posts import Names
from onrecord.link.referents import Polity, Referent
from onrecord.link.scene import Noticed

_LINES = 4
_ISSUED = ("by", "from", "of")
_OFFICIAL = frozenset(["GOV", "MIL", "LEG", "COP", "JUD", "SPY"])
_ABROAD = frozenset(["ambassador", "organisation_head", "official", "leader", "legislator"])
"""Roles that the officials of other states, or of organisations, are named by as readily."""
_BODIES = frozenset(["government", "office"])
_BODY_NOUNS = frozenset(
    [
        "ministry",
        "government",
        "presidency",
        "embassy",
        "army",
        "military",
        "police",
        "navy",
        "parliament",
        "delegation",
    ]
)


def settle(layers: Layers, names: Names, noticed: Iterable[Noticed], heads: Mapping[int, Token]) -> None:
    """Tell the officials and bodies of a document without a state whose they are, where the document shows it."""
    mentions = tuple(noticed)
    _by_bodies(mentions)
    _by_tellers(layers, mentions)
    issuer = issuing_state(layers, mentions)
    home = issuer or _subject(layers, names, mentions)
    if home is None or issuer is None:
        _by_signs(layers, names, mentions, heads)
    if home is None:
        _by_service(mentions)
        return
    told = -1 if issuer is not None else _first(layers, names, home)
    seen: set[Referent] = set()
    for mention in mentions:
        for referent in mention.referents:
            new = referent not in seen and (mention.start >= told or mention.paragraph == 0)
            if (
                new
                and referent.home is None
                and _is_homeless(referent)
                and _is_official(referent, issued=issuer is not None)
            ):
                referent.home = home
            seen.add(referent)
    _by_service(mentions)


def _by_signs(layers: Layers, names: Names, mentions: tuple[Noticed, ...], heads: Mapping[int, Token]) -> None:
    """Tell officials and bodies the state that what they do and say shows, where several states act."""
    active = _active(layers, names, mentions)[0]
    if len(active) < 2:
        return
    homeless = [r for m in mentions for r in m.referents if _is_homeless(r) and r.home is None and _may_show(r)]
    Allegiance(layers, names, mentions, heads, active).settle(dict.fromkeys(homeless))


def _may_show(referent: Referent) -> bool:
    """Whether somebody's deeds may show whose he is: an official of any sort, also a former one; or an authority."""
    if referent.kind in _BODIES or (referent.kind == "organization" and referent.head == "ministry"):
        return True
    roles = [post.role for post in referent.posts if post.target is None and post.role.role != "ambassador"]
    return referent.kind == "person" and any(r.sector in _OFFICIAL or r.role in ("leader", "opposition") for r in roles)


def _by_service(mentions: Iterable[Noticed]) -> None:
    """Tell who serves another, or belongs to his body, that one's state: "the minister's press secretary"."""
    for mention in mentions:
        for referent in mention.referents:
            whom = referent.serves
            if whom is not None and _is_homeless(referent) and referent.home is None:
                referent.home = whom.polity or whom.home


def _by_bodies(mentions: Iterable[Noticed]) -> None:
    """Tell who is called after a body only ("ministry spokeswoman X") the state of the last such body."""
    bodies: dict[str, Polity] = {}
    for mention in mentions:
        for referent in mention.referents:
            if referent.kind in ("government", "office", "organization", "group") and referent.polity is not None:
                bodies |= dict.fromkeys(_heads(referent), referent.polity)
            elif referent.kind == "person" and _is_homeless(referent) and referent.home is None:
                words = {word for post in referent.posts for word in post.title.casefold().split()[:-1]}
                found = [bodies[word] for word in sorted(words) if word in bodies]
                referent.polity = found[0] if found else None


def _by_tellers(layers: Layers, mentions: tuple[Noticed, ...]) -> None:
    """Tell whom a government's words name by title alone its state: "the White House said President Rowe called"."""
    for before, mention in pairwise(mentions):
        body, person = before.referent, mention.referent
        if body is None or person is None or before.sentence != mention.sentence or not before.subject:
            continue
        between = layers.text[before.end : mention.start].split()
        if not between or len(between) > (2 if between[-1] == "that" else 1):
            continue
        if body.kind not in _BODIES or body.polity is None or person.kind != "person" or not person.posts:
            continue
        if _is_official(person, issued=False) and _is_homeless(person) and person.home is None:
            person.home = body.polity


def _heads(referent: Referent) -> Iterator[str]:
    """The nouns that a body may be called by after it was named: "ministry" for the Ministry of Defence of Ilmar."""
    words = {word for word in (referent.name or "").casefold().split() if word in _BODY_NOUNS}
    yield from words
    if referent.head in _BODY_NOUNS:
        yield referent.head


def _first(layers: Layers, names: Names, home: Polity) -> int:
    """Where the paragraph begins in which a state is first named: who is met before is not known to be of it."""
    entity = next(e for e in layers.entities if _state(names, e) == home)
    paragraph = layers.paragraph_at(entity.start)
    return entity.start if paragraph is None else paragraph.start


def _is_homeless(referent: Referent) -> bool:
    return referent.polity is None and not referent.codes and not any(post.body for post in referent.posts)


def _is_official(referent: Referent, *, issued: bool) -> bool:
    """Whether somebody holds an office of a state: of any, in a report that his own authorities issued."""
    if referent.kind in _BODIES and referent.sector in _OFFICIAL:
        return True
    if issued and referent.kind == "organization" and referent.head == "ministry":
        return True
    if referent.kind != "person" or not referent.posts:
        return False
    if referent.name is None and not issued and not referent.definite:
        return False
    return any(
        post.role.sector in _OFFICIAL and not post.role.former and (issued or post.role.role not in _ABROAD)
        for post in referent.posts
    )


def issuing_state(layers: Layers, mentions: Iterable[Noticed]) -> Polity | None:
    """The state of the body in whose name a document's heading puts it ("Embassy of Pellory", "Statement by …")."""
    heading = list(_heading(layers))
    for start, end in heading:
        for mention in mentions:
            referent = mention.referent
            if not start <= mention.start < end or referent is None or referent.polity is None:
                continue
            if referent.kind in ("government", "office", "organization") and _puts_forth(layers, start, mention.start):
                return referent.polity
    return _named_apart(layers, heading, tuple(mentions))


def _named_apart(layers: Layers, heading: list[tuple[int, int]], mentions: tuple[Noticed, ...]) -> Polity | None:
    """The state that a heading names in a line, or after a comma, of its own beside a body ("… of Defence", "Zelm")."""
    issued = False
    states: dict[Polity, None] = {}
    for start, end in heading:
        for mention in mentions:
            referent = mention.referent
            if not start <= mention.start < end or referent is None:
                continue
            line = max(start, *(layers.text.rfind(mark, start, mention.start) + 1 for mark in "|>•"))
            if referent.kind in ("government", "office", "organization") and referent.polity is None:
                known = referent.id is not None and not referent.id.startswith("local:")
                issued = issued or (not known and _puts_forth(layers, line, mention.start))
            alone = not layers.text[line : mention.start].strip() or layers.text[: mention.start].endswith(", ")
            if referent.kind == "state" and referent.polity is not None and alone:
                states[referent.polity] = None
    return next(iter(states)) if issued and len(states) == 1 else None


def _heading(layers: Layers) -> Iterator[tuple[int, int]]:
    """The lines before the first one of prose, without those that tell news (a finite verb)."""
    for paragraph in layers.paragraphs[:_LINES]:
        line = layers.text[paragraph.start : paragraph.end]
        if line[-1:] in '.”"!?:' or len(line.split()) > 24:
            return
        if not any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in paragraph.parse):
            yield paragraph.start, paragraph.end


def _puts_forth(layers: Layers, line: int, start: int) -> bool:
    """Whether a body begins its line, or stands after "by" or "from" there."""
    before = layers.text[line:start].split()
    while before and before[-1].casefold() in (
        "the",
        "of",
        "office",
        "spokesperson",
        "spokesman",
        "minister",
        "press",
        "service",
        "department",
        "information",
        "for",
        "media",
    ):
        before.pop()
    return not before or before[-1].casefold() in _ISSUED


def _subject(layers: Layers, names: Names, mentions: Iterable[Noticed]) -> Polity | None:
    """The only state that acts or owns anything in a document; else that of its dateline, where it does so too."""
    active, dateline = _active(layers, names, mentions)
    if len(active) == 1:
        return next(iter(active))
    return dateline if dateline is not None and (dateline in active or not active) else None


def _active(layers: Layers, names: Names, mentions: Iterable[Noticed]) -> tuple[Counter[Polity], Polity | None]:
    """The states that act or own anything in a document, and that of its dateline."""
    literal = {m.start for m in mentions if m.literal}
    active: Counter[Polity] = Counter()
    dateline: Polity | None = None
    for entity in layers.entities:
        polity = _state(names, entity)
        if polity is None:
            continue
        if _in_dateline(layers, entity):
            dateline = dateline or polity
        elif entity.start not in literal:
            active[polity] += 1
    return active, dateline


def _state(names: Names, entity: Entity) -> Polity | None:
    if entity.label not in ("GPE", "NORP", "LOC"):
        return None
    polity = names.polity(entity)
    return polity if polity is not None and (polity.codes or names.is_state(polity)) else None


def _in_dateline(layers: Layers, entity: Entity) -> bool:
    """Whether a place opens a paragraph in capitals, or follows the place that does ("PORT AMARE, Velland (Atlas)")."""
    paragraph = layers.paragraph_at(entity.start)
    if paragraph is None or entity.start - paragraph.start > 40:
        return False
    before = layers.text[paragraph.start : entity.start]
    words = layers.text[entity.start : entity.end]
    return (not before and words.isupper()) or (before.rstrip(", ").isupper() and before.endswith(", "))
