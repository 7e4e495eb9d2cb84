"""Names: the tagger's, overridden where the reference tables or the syntax of names know better.

A dictionary name beats the tagger's label; a title before a name makes a person; a last name is a person
wherever it stands; a country that the tables do not know is learned from its adjective in the same text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.annotate.ambiguity import Evidence
from onrecord.annotate.areas import is_division
from onrecord.annotate.entities_halves import halves
from onrecord.annotate.entities_organs import others_bodies, with_mottos, with_organs
from onrecord.annotate.entities_people import people
from onrecord.annotate.entities_short import short_names
from onrecord.annotate.entities_slots import slot_names
from onrecord.annotate.entities_states import learned_states
from onrecord.annotate.entities_tagged import tagger_names
from onrecord.annotate.gazetteer import Gazetteer, Hit, misspelled, of_user, standard
from onrecord.annotate.intervals import Intervals, layered
from onrecord.annotate.layers import Entity, EntityLabel, Layers
from onrecord.resources.institutions import body_noun
from onrecord.resources.names import slug

STATE_SECTORS = frozenset(["GOV", "MIL", "LEG", "COP", "JUD", "SPY"])
US_STATE_CUES = ("Atlanta", "Savannah", "Alabama", "Florida", "Tennessee", "Carolina", "Augusta", "Macon")


def entities(layers: Layers) -> tuple[Entity, ...]:
    """The names of a document in text order, not overlapping."""
    length = len(layers.text)
    found = [e for paragraph in layers.paragraphs for e in tagger_names(paragraph)]
    found = [_as_body(layers.text, _without_next_line(layers.text, entity)) for entity in found]
    tagged = _agreed(layers, found)
    slots = slot_names(layers)
    tagged = [*_beside(tagged, slots), *slots] if slots else tagged
    persons = people(layers, tagged)
    persons = _merged(slots, persons) if slots else persons
    known = list(known_names(layers, persons, tagged))
    wide, narrow = _divided(layers, tagged, known)
    spelled = [_respelled(layers, entity) for entity in narrow]
    named = layered(
        length,
        _datelines(layers),
        [*with_mottos(layers)],
        persons,
        [k for k in known if wide.around(k.start, k.end) is None],
        spelled,
    )
    named = with_organs(layers, named)
    if own := list(own_names(layers)):
        named = layered(length, own, named)
    if short := short_names(layers, named):
        named = layered(length, short, named)
    if half := halves(layers, named):
        named = layered(length, half, named)
    learned = learned_states(layers, named)
    return layered(length, own, learned, _ministries(layers.text, named, learned)) if learned else named


_NEXT_LINE = re.compile(
    r"\s(?:Ministry|MINISTRY|Embassy|EMBASSY|Department|DEPARTMENT|Permanent|PERMANENT|Government|GOVERNMENT|Press|PRESS"
    r"|Office|OFFICE|News|NEWS|Daily|DAILY|Regular|REGULAR|For)$"
)
"""Words that begin the next line of a letterhead, or the next signature, run together with a state's name."""


def _without_next_line(text: str, entity: Entity) -> Entity:
    """A tagged state without the first word of the line below it: "Republic of Norland Ministry of …"."""
    if entity.label not in ("GPE", "LOC") or entity.keys:
        return entity
    after = _NEXT_LINE.search(text, entity.start, entity.end)
    return entity if after is None else replace(entity, end=after.start())


def _as_body(text: str, entity: Entity) -> Entity:
    """A tagged place that ends in a body's noun as that body: "United States Space Command"."""
    words = text[entity.start : entity.end].split()
    if entity.label != "GPE" or entity.keys or len(words) < _SHORTEST_BODY or not words[-1][:1].isupper():
        return entity
    return entity if body_noun(words[-1:]) is None else replace(entity, label="ORG")


_SHORTEST_BODY = 4


def _beside(found: Iterable[Entity], slots: Iterable[Entity]) -> list[Entity]:
    """The names that do not overlap those of the layout."""
    taken = Intervals(slots)
    return [entity for entity in found if not taken.within(entity.start, entity.end)]


def _merged(slots: list[Entity], persons: Iterable[Entity]) -> list[Entity]:
    """The persons of the layout and the others, in text order; of those that overlap the former."""
    return sorted([*slots, *_beside(persons, slots)], key=lambda e: e.start)


def _ministries(text: str, named: Iterable[Entity], learned: list[Entity]) -> list[Entity]:
    """The names, those of ministries without the learned state that stands at one end of them."""
    states = Intervals(learned)
    return [_beside_state(text, e, states) if e.label == "ORG" and not e.keys else e for e in named]


def _beside_state(text: str, whole: Entity, states: Intervals) -> Entity:
    for state in states.within(whole.start, whole.end):
        joint = _OF_REALM.search(text, whole.start, state.start) if state.end == whole.end else None
        if joint is not None and _MINISTRY.match(text, whole.start, joint.start()):
            return replace(whole, end=joint.start())
        if state.start == whole.start and _MINISTRY.match(text, state.end, whole.end) and text[state.end] == " ":
            return replace(whole, start=state.end + 1)
    return whole


def own_names(layers: Layers) -> Iterator[Entity]:
    """The names of the user's own table."""
    for hit in of_user(layers.own_actors).hits(layers.text) if layers.own_actors is not None else ():
        yield Entity(hit.start, hit.end, hit.label, "gazetteer", hit.keys)


_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,3})"
    r"(?:, (?P<state>[A-Z][\w. ]{2,20}?))?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?: ?(?:\([\w -]{2,30}\))? ?(?P<mark>[-–—:]|\()|(?P<stop>\.)(?= [A-Z][a-z’']* [\w’']))"
)


_SPELLED = 6
"""Letters of the shortest name of a state behind a town that a full stop ends: a shorter one may be an abbreviation."""
_FLOOR = re.compile(r"[A-Z][A-Z'’ .-]+ \([A-Z][\w ]+\),? [a-z]")
"""Who takes the floor, in records of meetings: "AMINA DIALLO (Guinea) said"."""
_CALENDAR = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?(?: \d+)?$", re.IGNORECASE
)


def _datelines(layers: Layers) -> list[Entity]:
    """The place that a report's first paragraphs are dated from ("PORT AMARE, March 4 (Coastal Press) -")."""
    found = []
    for paragraph in layers.paragraphs[:4]:
        line = layers.text[paragraph.start : min(paragraph.end, paragraph.start + 90)]
        match = None if _FLOOR.match(line) else _DATELINE.match(line)
        if match is not None and not match["place"].endswith(("BREAKING", "UPDATE", "NEW", "LIVE")):
            start, end = paragraph.start + match.start("place"), paragraph.start + match.end("place")
            keys = next((hit.keys for hit in standard().hits(layers.text[start:end].title())), ())
            if match["stop"] and len(match["state"] or "") < _SPELLED:
                continue  # a sentence in capitals; "AUSTIN, Tex."
            if match["mark"] == ":" and not keys:
                continue  # "MODERATOR:"
            found.append(Entity(start, end, "GPE", "rule", keys))
            if match["state"] and not _CALENDAR.match(match["state"]):
                found.append(_dateline_state(layers, *(paragraph.start + at for at in match.span("state"))))
    return found


def _dateline_state(layers: Layers, start: int, end: int) -> Entity:
    """The state that a dateline names after its town, by the wires' convention; unlisted where no table has it."""
    words = layers.text[start:end].title()
    keys = next((hit.keys for hit in standard().hits(words) if hit.end - hit.start == len(words)), ())
    return Entity(start, end, "GPE", "rule", keys or (f"local:{slug(words)}",))


def _respelled(layers: Layers, entity: Entity) -> Entity:
    """A tagged state or organisation with the key of the one whose name it misspells, if any."""
    if entity.label not in ("GPE", "ORG"):
        return entity
    key = misspelled(layers.text[entity.start : entity.end])
    return entity if key is None else replace(entity, keys=(key,))


def _agreed(layers: Layers, tagged: list[Entity]) -> list[Entity]:
    """The same words with the same label throughout: the one they have most often, else first."""
    labels: dict[str, Counter[EntityLabel]] = {}
    for entity in tagged:
        labels.setdefault(layers.text[entity.start : entity.end], Counter())[entity.label] += 1
    usual = {words: counts.most_common(1)[0][0] for words, counts in labels.items()}
    return [replace(e, label=usual[layers.text[e.start : e.end]]) for e in tagged]


def known_names(
    layers: Layers, persons: Iterable[Entity], tagged: Iterable[Entity], dictionary: Gazetteer | None = None
) -> Iterator[Entity]:
    """The dictionary's names that stand for what the dictionary says, as far as the text tells."""
    hits = (dictionary or standard()).hits(layers.text)
    present = {name.key for hit in hits for name in hit.names if not name.needs_full}
    evidence = Evidence(hits, layers.text)
    others = others_bodies(layers.text, hits)
    certain = Intervals(e for e in persons if e.label == "PERSON")
    likely = Intervals(e for e in tagged if e.label == "PERSON")
    for hit in hits:
        keys = dict.fromkeys(n.key for n in hit.names if not n.needs_full or n.key in present)
        if keys and (_is_division(layers.text, hit, tuple(keys)) or _is_water(layers.text, hit, tuple(keys))):
            continue
        if keys and (hit.start, hit.end) not in others and not _is_person(layers, hit, certain, likely):
            ranked, scores = evidence.settled(keys)
            label = next(name.label for name in hit.names if name.key == ranked[0])
            yield Entity(hit.start, hit.end, label, "gazetteer", _readings(ranked, hit, layers), scores)


_WATERS = "Sea|Gulf|Bay|Straits?|Isthmus|Channel|Canal|Trench|Basin"
_WATER_OF = re.compile(rf"\b(?:{_WATERS}) of (?:the )?$")
_WATER = re.compile(rf" (?:{_WATERS})\b(?! [A-Z]|['’]s [A-Z])")


def _is_water(text: str, hit: Hit, keys: tuple[str, ...]) -> bool:
    """Whether a state's name is only part of a water's: "the Sea of Japan", "the South China Sea"."""
    if not keys[0].startswith("country:"):
        return False
    return (
        _WATER_OF.search(text, max(hit.start - 20, 0), hit.start) is not None or _WATER.match(text, hit.end) is not None
    )


def _is_division(text: str, hit: Hit, keys: tuple[str, ...]) -> bool:
    """Whether a state's or capital's name is told as a division's: "Niger State", "the state of Washington"."""
    kind, _, code = keys[0].partition(":")
    return kind in ("country", "seat") and hit.label == "GPE" and is_division(text, hit.start, hit.end, code)


def _readings(keys: tuple[str, ...], hit: Hit, layers: Layers) -> tuple[str, ...]:
    """Georgia keeps the American state as a second reading, first where the text is about the United States."""
    if keys[0] != "country:GEO" or layers.text[hit.start : hit.end] != "Georgia":
        return keys
    american = any(cue in layers.text for cue in US_STATE_CUES) and "Tbilisi" not in layers.text
    return ("region:us-georgia", *keys) if american else (*keys, "region:us-georgia")


def _is_person(layers: Layers, hit: Hit, certain: Intervals, likely: Intervals) -> bool:
    """Whether a hit is part of a person's name ("Chad Wolf", "Michael Jordan")."""
    if certain.around(hit.start, hit.end) is not None:
        return True
    of_several = hit.names[0].of_several
    if of_several and layers.text[hit.start - 1 : hit.start] == "-":
        return True  # "Mr al-Houthi"; nor are "anti-Houthi forces" theirs
    entity = likely.around(hit.start, hit.end)
    if entity is None or (hit.label == "ORG" and not of_several) or " " in layers.text[hit.start : hit.end]:
        return False
    if (inner := next((e for e in certain.within(hit.end, entity.end) if e.start > hit.end), None)) is not None:
        return layers.text[hit.end : inner.start] != " "  # "Jordan Ada Lind", behind "the trade minister of"
    rest = (layers.text[entity.start : hit.start] + layers.text[hit.end : entity.end]).split()
    return any(word[0].isupper() for word in rest)


def _divided(layers: Layers, tagged: list[Entity], known: list[Entity]) -> tuple[Intervals, list[Entity]]:
    """Organisations whose name holds a country's and more ("Bank of America"), and the other tagged names.

    "Azerbaijani Foreign Ministry" is no such name: the country stays a name of its own.
    """
    inner = Intervals(k for k in known if k.label in ("GPE", "NORP", "LOC"))
    outer = Intervals(k for k in known if k.label not in ("GPE", "NORP", "LOC"))
    wide: list[Entity] = []
    narrow: list[Entity] = []
    for entity in tagged:
        nested = inner.within(entity.start, entity.end) if entity.label in ("ORG", "FAC") else []
        inside = [n for n in nested if entity.start <= n.start and n.end <= entity.end]
        if not inside or outer.within(entity.start, entity.end):
            narrow.append(entity)
        elif (rest := _generic(layers.text, entity, inside[0])) is not None:
            narrow.extend(rest)
        elif entity.end - entity.start > inside[0].end - inside[0].start + 3:
            wide.append(entity)
            narrow.append(entity)
    return Intervals(wide), narrow


_OF_REALM = re.compile(
    r" of(?: the)?(?: (?:[A-Z]\w+ )?(?:Republic|Kingdom|State|Federation|Commonwealth|Emirate|Sultanate)"
    r" of(?: the)?)? $"
)
"""What stands between a body's name and its state's: "Ministry of Defence of the Republic of"."""
_MINISTRY = re.compile(r" ?(?:Ministry|Department|Directorate|Secretariat) (?:of|for) (?:the )?[A-Z]")
"""The name of a ministry, beside its state's: "Chadian Ministry of Health", "Ministry of Health of Chad"."""


def _generic(text: str, whole: Entity, country: Entity) -> tuple[Entity, ...] | None:
    """What is left of a name beside a country's where it is a common noun; None where it is a name of its own."""
    if country.start == whole.start:
        start, end = country.end, whole.end
    elif country.end == whole.end:
        start, end = whole.start, country.start
        joint = _OF_REALM.search(text, start, end)
        if joint is not None and _MINISTRY.match(text, start, joint.start()):
            return (replace(whole, end=joint.start()),)
    else:
        return None
    words = [w for w in text[start:end].replace("’", "'").split() if w.casefold() not in ("'s", "of", "the", "'")]
    noun = body_noun(words)
    if country.start == whole.start and _MINISTRY.match(text, start, end):
        start = start + text[start:end].index(words[0])
        return (replace(whole, start=start),)
    if words and (noun is None or len(noun.words) != len(words) or noun.sector not in STATE_SECTORS):
        return None
    start = text.index(words[0], start) if words else end
    end = start + len(text[start:end].rstrip()) if country.start == whole.start else start + len(" ".join(words))
    return (replace(whole, start=start, end=end),) if words else ()
