"""Persons by the place of their names in a document's layout: signatures, legends, bylines, owners of accounts.

The tagger reads prose. Under a letter, in the legend of a transcript or before a handle a name stands beside its title
without a verb or a comma, and is run together with it; there the place tells what the words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from onrecord.annotate.gazetteer import standard
from onrecord.annotate.layers import Entity, Layers
from onrecord.resources.given_names import known_names
from onrecord.resources.institutions import body_noun
from onrecord.resources.names import fold
from onrecord.resources.roles import lexicon, read_role

_WORD = r"[A-Z\u00c0-\u00de][\w’'-]*\.?"
_SMALL = r"(?:de|da|do|dos|du|del|della|van|von|der|den|ter|la|le|al|el|bin|ibn|bint|ben|ag|av|af|y|e)"
_NAME = rf"(?P<name>{_WORD}(?: (?:{_SMALL} )*(?:al-|el-|d['’])?{_WORD}){{1,6}})"
_HEAD, _FOOT, _LONGEST = 4, 5, 4
_LEGENDS = 6
"""Further lines down to which a legend may give those who speak."""
CLOSING = (
    r"(?:Yours (?:very )?(?:sincerely|faithfully|truly|ever)|(?:Very )?[Rr]espectfully(?: yours)?|Sincerely(?: yours)?"
    r"|With (?:the )?(?:kind|best|high|warm|assurance|expression|renewed)[\w ]{0,50})"
)
_SIGNED = re.compile(
    rf"(?:\(?\b(?:[Ss]igned|SIGNED|[Ss]gd\.?)\)?[:.]?\s+|^{CLOSING},\s+(?:\((?:[Ss]igned|[Ss]gd\.?)\)\s+)?){_NAME}",
    re.MULTILINE,
)
_BY = re.compile(rf"\b(?:Author|Written by|Prepared by|Interview(?:ed)? by)s?:?\s+{_NAME}")
_MAIL = re.compile(
    rf"^(?:[ \t]*>)*[ \t]*(?:(?:From|To|Cc):[ \t]+{_NAME}(?=[ \t]*(?:[<(\[;,]|$))"
    rf"|(?:On .{{4,80}}, )?(?P<wrote>{_WORD}(?: {_WORD}){{1,3}})(?: <\S+>)? wrote:$)",
    re.MULTILINE,
)
"""Who sends a mail and who gets it: "From: Ada Lind <a.lind@…>", "On 3 May, Ada Lind wrote:"."""
_BYLINE = re.compile(rf"^By {_NAME}(?=,|\.?$| (?:and|in|at|for)\b)", re.MULTILINE)
HANDLE = r"(?<![\w.+-])@[A-Za-z_]\w{1,40}"
"""The handle of an account on a network, no part of an address for mail."""
FEED = (
    r"(?i:(?:from )?(?:(?:the|a) )?(?:(?:official|personal|recent|telegram|twitter|x|facebook|mastodon) )*"
    r"(?:posts?|threads?|tweets|toots|messages|channel|account|feed|page|wall) (?:by|of|from) )"
)
"""How the heading begins over what one account posts: "Posts by Minister Ada Lind", "From the channel of …"."""
_FED = re.compile(rf"^{FEED}{_NAME}")
_OWNER = re.compile(rf"^(?P<mark>[^\w@]{{0,4}}){_NAME}(?: ?[✓✔☑️])* ?(?:[·|,–—-] ?)?\(?{HANDLE}")
_LEGEND = re.compile(rf"(?<![\w.])(?P<tag>(?:[A-Z]\.?){{2,3}}) ?[–—:=-] ?{_NAME}")
_TAGGED = re.compile(rf"{_NAME} \((?P<tag>[A-Z]{{2,3}})\)")
_RANKED = re.compile(
    r"^(?P<rank>(?:[A-Z][A-Za-z]{0,6}\.? ){0,2}[A-Z][A-Za-z]{0,6}\.) (?P<name>[A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+){0,2})"
    r"(?=(?: \([^()\n]{1,60}\))? ?:)",
    re.MULTILINE,
)
"""The label of a turn in capitals, with an abbreviated rank: "REAR ADM. LUND:"."""
_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Hon|Sen|Rep|Gov|H\.E|MR|MRS|MS|MISS|DR)\.? |(?:SIR|Sir|Dame|DAME) ")
_LOUD = re.compile(
    r"\b(?:(?P<courtesy>MRS?|MS|MISS|DR|SIR|DAME)\.? )?"
    r"(?P<name>(?!(?:BY|OF|THE|AND|FOR|TO|IN|ON|AT|FROM|WITH)\b)[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){1,2})(?=,)"
)
"""A name in capitals that a comma closes: "BY ADA LIND, DEPUTY SPOKESPERSON"."""


def slot_names(layers: Layers) -> list[Entity]:
    """The persons whom the layout names, in text order, not overlapping."""
    found: dict[int, Entity] = {}
    for entity in _found(layers):
        found.setdefault(entity.start, entity)
    kept: list[Entity] = []
    for entity in sorted(found.values(), key=lambda e: (e.start, -e.end)):
        if not kept or entity.start >= kept[-1].end:
            kept.append(entity)
    return kept


def _found(layers: Layers) -> Iterator[Entity]:
    text, paragraphs = layers.text, layers.paragraphs
    for paragraph in paragraphs[-_FOOT:]:
        yield from _cut(text, _SIGNED.finditer(text, paragraph.start, paragraph.end))
    for paragraph in paragraphs[:_HEAD]:
        yield from _cut(text, _BY.finditer(text, paragraph.start, paragraph.end))
        byline = _BYLINE.match(text, paragraph.start, paragraph.end)
        if byline is not None and _is_personal(byline["name"]):
            yield from _cut(text, [byline])
        yield from _loud(text, paragraph.start, paragraph.end)
    if paragraphs:
        yield from _legend(text, paragraphs[: _HEAD + _LEGENDS][-1].end)
        yield from _cut(text, _FED.finditer(text, 0, paragraphs[0].end))
    for mail in _MAIL.finditer(text) if "From:" in text or "wrote:" in text else ():
        name = "name" if mail["name"] else "wrote"
        if _is_personal(mail[name]) or (
            text.startswith(" <", mail.end(name)) and body_noun(mail[name].split()) is None
        ):
            yield from _named(text, *mail.span(name))
    for label in _RANKED.finditer(text):
        if tuple(label["rank"].lower().split()) in lexicon().titles:
            yield Entity(*label.span("rank"), "TITLE", "rule")
            yield Entity(*label.span("name"), "PERSON", "rule")
    if "@" in text:
        for paragraph in paragraphs:
            match = _OWNER.match(text[paragraph.start : paragraph.end])
            if match is not None and _is_personal(match["name"]):
                start = paragraph.start + match.start("name")
                yield from _named(text, start, paragraph.start + match.end("name"))


def _cut(text: str, matches: Iterable[re.Match[str]]) -> Iterator[Entity]:
    for match in matches:
        yield from _named(text, *match.span("name"))


def _named(text: str, start: int, end: int) -> Iterator[Entity]:
    """The name in a slot, without the courtesies before it and the title that runs on behind it."""
    start += len(text[start:end]) - len(_bare(text[start:end]))
    words = list(re.finditer(r"\S+", text[start:end]))
    first = next((n for n in range(len(words)) if n and _is_title([w.group() for w in words[n:]])), len(words))
    if 1 < first <= _LONGEST and not _is_title([w.group() for w in words]):
        yield Entity(start, start + words[first - 1].end(), "PERSON", "rule")


def _is_title(words: list[str]) -> bool:
    """Whether words begin with a title: "Permanent Representative", "Minister of Trade"."""
    role = read_role(words)
    return role is not None and role.start == 0 and fold(words[0]) not in known_names()


def _is_personal(name: str) -> bool:
    """Whether the words before a handle are a person's name: by a given name, or a title before it."""
    words = _bare(name).split()
    if len(words) < 2 or body_noun(words) is not None:
        return False
    return fold(words[0]) in known_names() or len(_bare(name)) < len(name)


def _bare(name: str) -> str:
    """A name without the courtesies and short titles before it: "Sen. Ada Lind", "Minister Ada Lind"."""
    while True:
        courtesy = _COURTESY.match(name)
        first, _, rest = name.partition(" ")
        if courtesy is not None:
            name = name[courtesy.end() :]
        elif rest and first.lower() in _common():
            name = rest
        else:
            return name


def _legend(text: str, end: int) -> Iterator[Entity]:
    """The names whose initials are labels of turns: "A.L. – Ada Lind", "Ada Lind (AL)"."""
    turns = turns_of(text)
    for match in (*_LEGEND.finditer(text, 0, end), *_TAGGED.finditer(text, 0, end)) if turns else ():
        tag = match["tag"].replace(".", "")
        if not turns.intersection((match["tag"], tag)):
            continue
        words = list(re.finditer(r"\S+", match["name"]))
        own = words[-len(tag) :] if match.end() > match.end("name") else words[: len(tag)]
        if initials(" ".join(w.group() for w in own)) == tag:
            base = match.start("name")
            yield Entity(base + own[0].start(), base + own[-1].end(), "PERSON", "rule")


def initials(name: str) -> str:
    """The initials of a name, of "al-Amin" the A of Amin."""
    words = [re.sub(r"^(?:al|el|an|ad|as|ar|at|az)-", "", word) for word in name.split()]
    return "".join(word[0] for word in words if word[:1].isupper())


def turns_of(text: str) -> frozenset[str]:
    """The short labels in capitals under which a transcript's turns stand."""
    return frozenset(re.findall(r"^((?:[A-Z]\.?){2,3}):", text, re.MULTILINE))


def _loud(text: str, start: int, end: int) -> Iterator[Entity]:
    """Names in capitals in a heading, vouched for by a courtesy or a given name."""
    for match in _LOUD.finditer(text, start, end):
        words = match["name"].split()
        by = text[start : match.start()].endswith("BY ")
        if match["courtesy"] is None and fold(words[0]) not in known_names() and not by:
            continue
        if not standard().hits(match["name"].title()) and not any(w.lower() in _common() for w in words):
            yield Entity(*match.span("name"), "PERSON", "rule")


@cache
def _common() -> frozenset[str]:
    """Words of titles of one word."""
    return frozenset(words[0] for words in lexicon().titles if len(words) == 1)
