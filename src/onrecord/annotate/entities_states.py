"""Countries that no table knows, learned from the text.

A report that writes "Veldoria" and "Veldorian troops", or "Lomavi's foreign ministry", names a country,
whether or not it exists.
"""

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.annotate.intervals import Intervals, tokens_between
from onrecord.annotate.layers import Entity, Layers
from onrecord.resources.names import slug
from onrecord.resources.offices import by_last_name

_ENDINGS = ("n", "an", "ian", "ean", "ese", "i", "ish", "ic", "er", "ite", "ai", "iote", "ene", "nian", "ani")
_WORD = re.compile(r"(?<![\w-])[A-Z][a-zà-ÿ]+(?:-?[A-Z]?[a-zà-ÿ]+)*(?![\w])")
_TAIL = re.compile(r"(?:[aeiou]s|[aeiouy]+)$")
SHORTEST = 4

_NAME = r"(?P<name>[A-Z][a-zà-ÿ]{3,}(?:[ -][A-Z][a-zà-ÿ]+)?)"
_STATE_BODIES = (
    r"(?:[Ff]oreign (?:[Mm]inist(?:ry|er)|[Oo]ffice)|[Dd]efen[cs]e [Mm]inist(?:ry|er)|[Pp]rime [Mm]inister|"
    r"[Pp]resident|[Gg]overnment|[Aa]rmy|[Nn]avy|[Aa]rmed [Ff]orces|[Aa]ir [Ff]orce|[Ee]mbassy|[Aa]mbassador|"
    r"[Pp]arliament|[Mm]ilitary|"
    r"[Kk]ing|[Qq]ueen|[Bb]order|[Tt]roops|[Ff]oreign [Ss]ecretary|[Tt]erritory|[Aa]irspace|charg[ée]|[Rr]eadout|"
    r"[Cc]onsulate|[Ss]overeignty)"
)
_OFFICE = (
    r"(?:(?:Prime|Foreign|Defen[cs]e|Interior|Finance|Justice|Trade|Transport|Health|Energy|Information|Home) "
    r"(?:Minister|Secretary)|President|Premier|Chancellor|Ambassador|King|Queen|Prince|Emir|Sultan|Vice President|"
    r"Minister(?: of [A-Z][a-z]+(?: [A-Z][a-z]+)?)?|(?:Special )?Envoy)"
)
"""Offices that a state has, as they stand before a name."""
_STRONG = (
    r"(?:(?:foreign|defen[cs]e|interior|finance|trade|transport|health|energy|justice|information) minist(?:ry|er)|"
    r"prime minister|premier|president|chancellor|king|queen|embassy|ambassadors?|consulate|parliament|navy|air force|"
    r"armed forces|coast ?guard|border|airspace|territorial waters|waters|sovereignty|capital|charg[ée]|constitution|"
    r"general staff|naval staff|ruling party|state media|state television|central bank|head of state|junta|"
    r"parliament(?:ary)? speaker|parliament's|opposition|independence)"
)
"""What only a state has: these make a state even of what the tagger takes for a person."""
_LIST = rf"{_NAME}(?P<more>(?:, [A-Z][a-zà-ÿ]{{3,}})*,? and [A-Z][a-zà-ÿ]{{3,}})?"
_CERTAIN = (
    re.compile(
        r"\b(?P<name>[A-Z][a-zà-ÿ]{3,} (?:Republic|Federation|Kingdom|Emirates?|Sultanate|Principality|Commonwealth))\b"
    ),
    re.compile(rf"\b{_NAME}['’]s (?:(?!own\b)[a-z]+ )?(?i:{_STRONG})\b"),
    re.compile(rf"\b{_NAME}['’]s {_OFFICE}\b"),
    re.compile(rf"\b{_OFFICE} (?:[A-Z][\w’'-]+ ){{1,3}}of (?:the )?{_NAME}\b"),
    re.compile(rf"\bneighbou?ring {_NAME}\b"),
    re.compile(
        rf"\b(?:[Rr]epublic|[Kk]ingdom|[Ff]ederation|[Ee]mirate|[Ss]ultanate|[Pp]rincipality) of (?:the )?{_NAME}\b"
    ),
    re.compile(
        rf"\b(?i:foreign ministers|defen[cs]e ministers|governments|presidents|prime ministers|leaders|ambassadors?|"
        rf"embassies|chargé d['’]affaires|foreign ministry|armies|parliaments) of (?:the )?{_LIST}\b"
    ),
    re.compile(rf"\b(?:diplomatic relations|relations|ties|border|treaty|war|truce|ceasefire) with (?:the )?{_NAME}\b"),
    re.compile(rf"\b(?:relations|border|treaty|war|truce|ceasefire) between {_LIST}\b"),
)
_ONE = r"(?P<name>[A-Z][a-zà-ÿ]{3,})"
_STRANGE = (
    re.compile(
        rf"\b{_ONE} (?:{_OFFICE}|(?i:{_STRONG}|government|officials?|troops|soldiers|diplomats?|forces|jets|warplanes|"
        rf"delegation|citizens|authorities|army|military|police|spokes(?:man|woman|person)|side|minister|envoy|"
        rf"negotiators?|lawmakers?|opposition leader|rebels|intelligence|customs|readout))\b"
    ),
    re.compile(
        rf"\b{_ONE}['’]s (?:[a-z]+ )?(?i:government|army|military|forces|troops|side|delegation|minister|people|"
        rf"authorities|cabinet|diplomats?|envoy|position|territory|readout|spokes(?:man|woman|person))\b"
    ),
    re.compile(
        rf"\b(?:talks|agreement|deal|pact|accord|dispute|clashes|tensions?|conflict|hostilities|fighting|frontier|"
        rf"trade|contacts|meeting) between {_LIST.replace('{3,}(?:[ -][A-Z][a-zà-ÿ]+)?)', '{3,})', 1)}"
    ),
    re.compile(
        rf"\b{_ONE} (?:on \w+ )?(?:has |had |will )?(?:accuse[sd]?|expel(?:s|led)?|recall(?:s|ed)?|summon(?:s|ed)?|"
        rf"annex(?:es|ed)?|invade[sd]?|ratif(?:ies|ied|y)|sign(?:s|ed)?|violate[sd]?|shell(?:s|ed)?|mobili[sz]e[sd]?)\b"
    ),
    re.compile(rf"\b(?:sanctions|embargo|ultimatum|attack) (?:on|against|to) {_ONE}\b"),
    re.compile(rf"\b(?:ambassador|envoy|relations|border|ties) (?:to|with) {_ONE}\b"),
)
"""What a state is likely to have or do: enough for a word that no vocabulary knows."""
_PEOPLE = (
    r"(?:officials?|troops|soldiers|diplomats?|forces|jets|warplanes|side|delegation|citizens|authorities|envoy|"
    r"government|army|embassy|ambassador|parliament|military|navy|charg[ée]|negotiators?|foreign minist(?:ry|er))"
)
_SIGNS = (
    re.compile(rf"\b{_NAME}['’]s (?:\w+ )?{_STATE_BODIES}\b"),
    re.compile(
        rf"\b(?:{_STATE_BODIES}|[Rr]epublic|[Kk]ingdom|Ministry of Foreign Affairs|Ministry of Defen[cs]e) "
        rf"(?:[A-Z]\w+ [A-Z]\w+ )?of (?:the )?{_NAME}\b"
    ),
    re.compile(rf"(?<=[a-z,] ){_NAME} {_PEOPLE}\b"),
)
_NO_NAMES = frozenset(
    ["The", "State", "Foreign", "Affairs", "Defence", "Defense", "Prime", "National", "Senior", "Republic", "Minister",
     "President", "Ministry", "Government", "Both", "This", "That", "These", "Those", "Each", "Justice", "Interior",
     "Finance", "Trade", "Health", "Energy", "Transport", "Security", "Council", "Court", "Friday", "Monday", "Tuesday",
     "Wednesday", "Thursday", "Saturday", "Sunday", "Europe", "Africa", "Asia", "People", "United", "Nations",
     "Islamic",
     "Christian", "Muslim", "Congress", "Parliament", "Police", "Today", "Yesterday", "Iron", "World", "North",
     "South",
     "East", "West", "Northern", "Southern", "Eastern", "Western"]
)  # fmt: skip


def learned_states(layers: Layers, named: tuple[Entity, ...]) -> list[Entity]:
    """Names and demonyms of countries that the dictionary lacks, in text order."""
    known = Intervals(e for e in named if e.origin == "gazetteer" or e.label in ("PERSON", "TITLE"))
    sure = Intervals(
        e for e in named if e.origin == "gazetteer" or (e.label in ("PERSON", "TITLE") and _is_man(e, layers))
    )
    firms = Counter(layers.text[e.start : e.end] for e in named if e.label == "ORG" and e.origin == "tagger")
    places: dict[str, list[tuple[int, int]]] = {}
    for match in _WORD.finditer(layers.text):
        if sure.at(match.start()) is None:
            places.setdefault(match.group(), []).append(match.span())
    persons = _last_names(layers, named)
    states = {n: s for n, s in _signed(layers, known) if firms[n] < 3 or firms[n] * 2 < layers.text.count(n)}
    states.update(_certain(layers, sure, persons))
    places = {word: spans for word, spans in places.items() if word not in persons}
    states.update(_pairs(places, layers, list(states)))
    found = []
    for word, state in states.items():
        spans = places.get(word) or [m.span() for m in re.finditer(rf"\b{re.escape(word)}\b", layers.text)]
        for start, end in spans:
            key = f"local:{slug(state)}"
            found.append(Entity(start, end, "GPE" if word == state else "NORP", "rule", (key,)))
    return sorted(found, key=lambda e: (e.start, -e.end))


def _signed(layers: Layers, known: Intervals) -> Iterator[tuple[str, str]]:
    """Names that a state's institutions give away ("Lomavi's foreign ministry", "the President of Karsunia")."""
    for sign in _SIGNS:
        for match in sign.finditer(layers.text):
            name = match["name"]
            start = match.start("name")
            if known.at(start) is None and not set(name.split()) & _NO_NAMES and not _is_demonym(name):
                yield name, name


def _is_man(entity: Entity, layers: Layers) -> bool:
    """Whether a person is one by the syntax of names or by more than one word, not only by the tagger's word."""
    return entity.origin != "tagger" or " " in layers.text[entity.start : entity.end]


def _last_names(layers: Layers, named: tuple[Entity, ...]) -> frozenset[str]:
    """The words of the full names of persons, and of those that a title makes persons."""
    people = (e for e in named if e.label == "PERSON" and _is_man(e, layers))
    return frozenset(word for e in people for word in layers.text[e.start : e.end].split())


def _certain(layers: Layers, known: Intervals, persons: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Names of states told by what only states have, whatever the tagger takes them for."""
    for sign in (*_CERTAIN, *_STRANGE):
        for match in sign.finditer(layers.text):
            more = match.groupdict().get("more") or ""
            names = [match["name"], *re.findall(r"[A-Z][a-zà-ÿ]{3,}", more)]
            starts = [match.start("name"), *(layers.text.index(n, match.start("name")) for n in names[1:])]
            for name, start in zip(names, starts, strict=True):
                strange = sign in _CERTAIN or _is_strange(layers, name, start)
                barred = not strange or known.at(start) is not None or _is_demonym(name) or bool(by_last_name(name))
                if not barred and name.split()[0] not in _NO_NAMES and not set(name.split()) & persons:
                    yield name, name


def _is_strange(layers: Layers, name: str, start: int) -> bool:
    """Whether the parser's vocabulary lacks a name: it is no common word, person or firm."""
    paragraph = layers.paragraph_at(start)
    if paragraph is None:
        return False
    tokens = tokens_between(paragraph.parse, start - paragraph.start, start - paragraph.start + len(name))
    return len(tokens) > 0 and tokens[0].is_oov


def _is_demonym(name: str) -> bool:
    return name.endswith(("ian", "ish", "ese", "nian", "ean", "ist", "ists"))


def _pairs(places: dict[str, list[tuple[int, int]]], layers: Layers, signed: list[str]) -> Iterator[tuple[str, str]]:
    """Every name and demonym of a learned country, with the country's name."""
    stems: dict[str, str] = {_stem(name): name for name in signed if " " not in name}
    for word, spans in places.items():
        if len(word) >= SHORTEST and _is_place(layers, word, spans[0][0]):
            stems.setdefault(_stem(word), word)
    for word in places:
        for tail in (ending + plural for ending in _ENDINGS for plural in ("", "s")):
            if not word.endswith(tail):
                continue
            base = word.removesuffix(tail)
            state = next((stems[s] for s in (base, base + "e", _stem(base)) if s in stems), None)
            if state is not None and state != word and len(base) >= SHORTEST - 1 and not state.endswith(tail):
                yield state, state
                yield word, state


def _stem(word: str) -> str:
    return _TAIL.sub("", word)


def _is_place(layers: Layers, word: str, offset: int) -> bool:
    """Whether the parser takes a word for a proper name, not for a common word at a sentence's start."""
    paragraph = layers.paragraph_at(offset)
    if paragraph is None:
        return False
    token = tokens_between(paragraph.parse, offset - paragraph.start, offset - paragraph.start + len(word))
    return len(token) > 0 and (token[0].pos_ == "PROPN" or token[0].is_oov)
