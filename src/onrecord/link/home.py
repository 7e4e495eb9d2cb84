"""The state whose officials a report does not have to name: that of who issued it, or the only one it is about.

A ministry's own release says "the Minister", a wire report from a capital "Defence Minister Kress": a reader knows
whose they are. What is told this way is marked as such in the record (`country_by`), since the words do not say it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Token

from onrecord.annotate.layers import Layers
from onrecord.link.allegiance import Allegiance, signs
from onrecord.link.home_bodies import is_public
from onrecord.link.home_choice import Signs, choose
from onrecord.link.home_service import by_leader, by_place, by_service, is_homeless, is_named_after_somebody
from onrecord.link.home_setting import Setting
from onrecord.link.issuers import Issuers
from onrecord.link.names import Names
from onrecord.link.openers import settle_opened
from onrecord.link.referents import OF_STATE, Polity, Referent
from onrecord.link.scene import Noticed

_ABROAD = frozenset(["ambassador", "organisation_head", "leader"])
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


_SOURCE = re.compile(r"[Aa]ccording to (?:the )?$")
_LONGEST_SOURCE = len("according to the ")
_CLOSED = re.compile(r"[,.?!][\"”’'] (?:the )?$")
"""How words in marks end before the one who said them: “… protested,” the ministry said."""
_FRAME = 5
"""Most words between a teller and whom he names: "said on Monday that Minister Rowe"."""
_STATE_MEDIA = re.compile(r"\bstate (?:television|tv|radio|media|broadcaster|news agency)\b", re.IGNORECASE)


def settle(
    layers: Layers, names: Names, noticed: Iterable[Noticed], heads: Mapping[int, Token]
) -> tuple[Polity | None, frozenset[Polity]]:
    """Tell the officials and bodies of a document without a state whose they are, where the document shows it.

    Returns the state that the report is written from, and those that it shows not to be this one.
    """
    mentions = tuple(noticed)
    setting = Setting(layers, names, mentions, heads)
    settle_opened(layers, names, mentions)
    by_place(layers, names, mentions, heads)
    _by_bodies(mentions)
    _by_tellers(layers, mentions, heads)
    issuers = Issuers(layers)
    issuer = issuers.at(len(layers.text), mentions)
    homeless = _homeless(mentions)
    home = issuer or setting.subject(homeless)
    votes = _by_signs(layers, names, mentions, heads, setting) if home is None or issuer is None else {}
    by_service(mentions)
    if home is not None:
        _at_home(layers, mentions, setting, home, issuers if issuer is not None else None)
        by_service(mentions)
    by_leader(layers, names, mentions)
    elsewhere = frozenset(p.index for p in layers.paragraphs if _set_elsewhere(layers, p.index))
    choose(layers, mentions, Signs(setting, issuer, votes, elsewhere))
    by_service(mentions)
    return home, frozenset() if home is not None else setting.others(homeless)


def _at_home(
    layers: Layers, mentions: Sequence[Noticed], setting: Setting, home: Polity, issuers: Issuers | None
) -> None:
    """Tell officials and bodies of no told state that of who issued what names them, or the only one of the report."""
    told = -1 if issuers is not None else setting.first_named(home)
    seen: set[Referent] = set()
    for mention in mentions:
        own = home if issuers is None else issuers.at(mention.start, mentions)
        if issuers is None and len(setting.active) > 1 and _set_elsewhere(layers, mention.paragraph):
            continue
        for referent in mention.referents:
            new = referent not in seen and (mention.start >= told or mention.paragraph == 0)
            if (
                new
                and referent.home is None
                and is_homeless(referent)
                and _is_official(referent, issued=issuers is not None)
            ):
                referent.home = None if own in referent.foreign else own
            seen.add(referent)


def _homeless(mentions: Iterable[Noticed]) -> frozenset[Referent]:
    """The officials and bodies that no words give a state."""
    found = (r for r in _referents(mentions) if is_homeless(r) and r.home is None)
    return frozenset(r for r in found if _is_official(r, issued=False))


def _referents(mentions: Iterable[Noticed]) -> dict[Referent, None]:
    """Whom mentions stand for, each once, in text order."""
    return dict.fromkeys(referent for mention in mentions for referent in mention.referents)


def _by_signs(
    layers: Layers, names: Names, mentions: tuple[Noticed, ...], heads: Mapping[int, Token], setting: Setting
) -> Mapping[Referent, Counter[Polity]]:
    """Tell officials and bodies the state that what they do and say shows, where several act; gives all votes."""
    if len(setting.active) < 2:
        return {}
    homeless = [
        r
        for r in _referents(mentions)
        if is_homeless(r) and r.home is None and _may_show(r) and not is_named_after_somebody(r)
    ]
    return Allegiance(layers, names, mentions, heads, setting.active).settle(homeless)


def _may_show(referent: Referent) -> bool:
    """Whether somebody's deeds may show whose he is: an official of any sort, also a former one; or an authority."""
    if referent.kind in _BODIES or (referent.kind == "organization" and referent.head == "ministry"):
        return True
    roles = [post.role for post in referent.posts if post.target is None and post.role.role != "ambassador"]
    return referent.kind == "person" and any(r.sector in OF_STATE or r.role in ("leader", "opposition") for r in roles)


def _by_bodies(mentions: Iterable[Noticed]) -> None:
    """Tell who is called after a body only ("ministry spokeswoman X") the state of the last such body."""
    bodies: dict[str, Polity] = {}
    for mention in mentions:
        for referent in mention.referents:
            if referent.kind in ("government", "office", "organization", "group") and referent.polity is not None:
                bodies |= dict.fromkeys(_heads(referent), referent.polity)
            elif referent.kind == "person" and is_homeless(referent) and referent.home is None:
                words = {word for post in referent.posts for word in post.title.casefold().split()[:-1]}
                found = [bodies[word] for word in sorted(words) if word in bodies]
                referent.polity = found[0] if found else None


def _by_tellers(layers: Layers, mentions: tuple[Noticed, ...], heads: Mapping[int, Token]) -> None:
    """Tell whom a government's words name by title alone its state: "the White House said President Rowe called".

    State media do likewise: "Velmarish state television quoted Energy Minister Rowe". What stands in marks before
    its teller is the teller's too: "Minister Rowe protested," the Velmarish ministry said.
    """
    for at, teller in enumerate(mentions):
        body = teller.referent
        if body is None or body.polity is None or not _tells(body) or teller.quote is not None:
            continue
        told = _told_by(layers, mentions, at, heads) or _quoted_by(layers, mentions, at)
        person = told.referent if told is not None else None
        if person is None or person.kind != "person" or not person.posts or body.polity in person.foreign:
            continue
        if _is_official(person, issued=False) and is_homeless(person) and person.home is None:
            person.home = body.polity


def _tells(body: Referent) -> bool:
    """Whether a body speaks for a government: its offices and ministries, and the media of the state."""
    if body.kind == "organization":
        name = body.name or ""
        return body.head == "ministry" or "ministry" in name.casefold() or _STATE_MEDIA.search(name) is not None
    return body.kind in _BODIES


def _told_by(layers: Layers, mentions: Sequence[Noticed], at: int, heads: Mapping[int, Token]) -> Noticed | None:
    """The first whom the words after a teller name, right after it or after a verb of saying."""
    teller, following = mentions[at], mentions[at + 1] if at + 1 < len(mentions) else None
    if following is None or following.sentence != teller.sentence:
        return None
    between = layers.text[teller.end : following.start].split()
    if _SOURCE.search(layers.text, max(0, teller.start - _LONGEST_SOURCE), teller.start) is not None:
        return following if not between or between[0] == "," else None
    if not teller.subject or not between or len(between) > _FRAME:
        return None
    says = heads[teller.head].head.lemma_ in signs().saying and between[-1] == "that"
    return following if len(between) == 1 or (len(between) == 2 and between[-1] == "that") or says else None


def _quoted_by(layers: Layers, mentions: Sequence[Noticed], at: int) -> Noticed | None:
    """The subject with which the words in marks begin that stand right before a teller."""
    teller = mentions[at]
    closed = _CLOSED.search(layers.text, max(0, teller.start - 12), teller.start)
    if closed is None:
        return None
    quote = next((m.quote for m in reversed(mentions[:at]) if m.quote is not None and m.start < closed.start()), None)
    inside = [m for m in mentions[:at] if m.quote == quote and m.quote is not None and m.paragraph == teller.paragraph]
    return inside[0] if inside and inside[0].subject else None


def _heads(referent: Referent) -> Iterator[str]:
    """The nouns that a body may be called by after it was named: "ministry" for the Ministry of Defence of Ilmar."""
    words = {word for word in (referent.name or "").casefold().split() if word in _BODY_NOUNS}
    yield from words
    if referent.head in _BODY_NOUNS:
        yield referent.head


_SCENE = re.compile(
    r"(?:Meanwhile,? |But )?(?:[Ii]n|[Aa]cross the [a-z]+,? in) (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*), "
)


def _set_elsewhere(layers: Layers, paragraph: int) -> bool:
    """Whether a paragraph begins by going to a place that is not the dateline's: "In Port Tessa, a spokesman said"."""
    place = _SCENE.match(layers.text, layers.paragraphs[paragraph].start)
    return place is not None and place["place"].casefold() not in layers.text[: layers.paragraphs[0].end].casefold()


def _is_official(referent: Referent, *, issued: bool) -> bool:
    """Whether somebody holds an office of a state, or is a body of one: of any, in what his own authorities issued."""
    if is_named_after_somebody(referent):
        return False  # "the Vega administration", of wherever Vega governs
    if referent.kind in _BODIES and referent.sector in OF_STATE:
        return True
    if referent.kind in ("organization", "group", "people"):
        return referent.head == "ministry" or is_public(referent.name or "")
    if referent.kind != "person" or not referent.posts:
        return False
    return any(
        (post.role.sector in OF_STATE or post.role.role == "opposition")
        and (issued or post.role.role not in _ABROAD)
        and (issued or not post.role.former)
        for post in referent.posts
    )
