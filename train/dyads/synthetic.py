"""Sentences made from the codebook: each rule's words in plain frames, so that the model meets its whole vocabulary.

A rule says which verb, object and preposition go together and who is actor and recipient; a frame turns that into a
sentence. Made sentences are simple and sometimes odd; they teach words, not style.
"""

import random
from itertools import pairwise
from pathlib import Path

import yaml

RULES = Path(__file__).resolve().parents[2] / "src" / "onrecord" / "codebook" / "rules"
STATES = (
    "Kestonia Darvia Ostrava Nihara Tamoa Belkan Tirmen Moravia Sardis Seljan France Kenya Brazil Iran India Peru Chad "
    "Cuba Japan Egypt Greece Nepal Laos Ghana Norway Libya Jordan Spain Panama Turkey Sudan Mali China Russia Angola"
).split()
ADJECTIVES = (
    "Kestonian Darvian Niharan Belkan Moravian French Kenyan Iranian Indian Cuban Greek Turkish Chinese".split()
)
ROLES = (
    "government|foreign minister|president|prime minister|army|police|parliament|rebels|opposition|foreign ministry|"
    "authorities|troops|ambassador|supreme court|ruling party|guerrillas|leader|delegation|king|security forces|students|"
    "workers|diplomats|villagers|journalists|prisoners|protesters|refugees|officials|farmers|militia|navy"
).split("|")
TAILS = (
    "|||on Tuesday|, officials said|, state radio reported|in the capital|after days of talks|, according to diplomats|"
    "late on Sunday|for the second time this year|, a spokesman said|, the agency said|over the border dispute|in May"
).split("|")
HEADS = ["", "", "", "", "", "In the north, ", "PORT SELLA - ", "Earlier, ", "According to local radio, ", "Last week "]
IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "give:gave send:sent lend:lent bring:brought take:took hold:held meet:met break:broke cut:cut shut:shut put:put "
        "set:set lay:laid let:let leave:left fall:fell fly:flew pay:paid seek:sought buy:bought sell:sold tell:told "
        "say:said speak:spoke stand:stood strike:struck shoot:shot fight:fought throw:threw drive:drove rise:rose "
        "forgive:forgave withdraw:withdrew draw:drew give:gave make:made build:built burn:burned blow:blew beat:beat "
        "bow:bowed come:came go:went get:got bid:bade forbid:forbade hang:hanged sink:sank overrun:overran find:found "
        "freeze:froze steal:stole swear:swore undertake:undertook win:won write:wrote mow:mowed quit:quit shed:shed slay:slew "
        "have:had bind:bound begin:began feed:fed flee:fled slap:slapped sit:sat see:saw plead:pleaded sue:sued "
        "overthrow:overthrew tear:tore sweep:swept hit:hit stick:stuck wage:waged think:thought"
    ).split()
)
PARTICIPLE = {"gave": "given", "took": "taken", "broke": "broken", "fell": "fallen", "flew": "flown", "spoke": "spoken", "threw": "thrown",
              "drove": "driven", "forgave": "forgiven", "withdrew": "withdrawn", "drew": "drawn", "blew": "blown", "beat": "beaten",
              "went": "gone", "forbade": "forbidden", "froze": "frozen", "stole": "stolen", "undertook": "undertaken", "wrote": "written",
              "slew": "slain", "overthrew": "overthrown", "tore": "torn", "saw": "seen", "sank": "sunk", "began": "begun", "came": "come", "overran": "overrun"}  # fmt: skip
DOUBLED = set(
    "stop ban bar jam rob plan slam nab rap ram plot admit commit permit expel rebel deter refer gun gas map pin".split()
)


class Maker:
    """Makes sentences at random; `make()` gives (parts, type)."""

    def __init__(self, rng):
        self.rng = rng
        loader = _words_loader()
        self.classes = yaml.load((RULES / "lexicon.yaml").read_text(encoding="utf-8"), Loader=loader)["classes"]
        self.rules = []
        for path in sorted(RULES.glob("*.yaml")):
            if path.name != "lexicon.yaml":
                file = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
                self.rules += [(file["type"], rule) for rule in file["rules"]]
        types = sorted({t for t, _ in self.rules})
        self.by_type = {t: [r for u, r in self.rules if u == t] for t in types}
        self.types = [t for t in types for _ in range(1 if t in ("CONCEDE", "RETREAT") else 2)]

    def make(self):
        while True:
            event = self.rng.choice(self.types)
            parts = self.sentence(self.rng.choice(self.by_type[event]))
            if parts:
                return tuple(parts), "YIELD" if event in ("CONCEDE", "RETREAT") else event

    def word(self, entries):
        flat = [e for e in entries or [] if e != "*"]
        if not flat:
            return None
        entry = self.rng.choice(flat)
        return self.word(self.classes[entry[1:]]) if entry.startswith("@") else entry

    def party(self, fallback=None):
        if fallback and self.rng.random() < 0.5:
            return (
                self.rng.choice(["", "the ", f"{self.rng.choice(ADJECTIVES)} ", f"two {self.rng.choice(ADJECTIVES)} "])
                + fallback
                + "s" * self.rng.randint(0, 1)
            )
        form = self.rng.random()
        if form < 0.45:
            return self.rng.choice(STATES)
        adjective = self.rng.choice(ADJECTIVES) + " " if form < 0.8 else ""
        return f"the {adjective}{self.rng.choice(ROLES)}"

    def sentence(self, rule):
        when, roles = rule["when"], rule.get("roles", {})
        if (
            when.get("negated") is not None
            or when.get("future") is not None
            or when.get("complement")
            or when.get("modal")
            or roles.get("implied")
            or "adjective" in when
        ):
            return None
        subject, target = self.party(self.word(when.get("subject"))), None
        preps = [(p.split("|")[0], self.word(w)) for p, w in when.get("prep", {}).items()]
        places = roles.get("recipient", ["object", "to", "with", "against", "on"])
        if "noun" in when:
            return self.nominal(when, subject, preps, places)
        verb, particle = self.word(when["verb"]), self.word(when.get("particle"))
        thing = self.word(when.get("object"))
        if verb is None or " " in verb or "-" in verb:
            return None
        middle, target = [], None
        if thing is None and (places[0] == "object" or not preps):
            target, lead = self.party(), ""
        elif (
            thing is not None
            and thing in set(self.unfolded(["@group", "@forces", "@office", "@target", "@prison"]))
            and "object" in places
        ):
            target, lead = self.party(thing), ""
        else:
            lead = f"{self.rng.choice(['', 'the ', 'its '])}{thing} " if thing else ""
            place = next((p for p in places if p in PREPOSITIONS), None)
            if preps and preps[0][1] is None:
                place = preps[0][0]
            elif preps:
                lead += f"{preps[0][0]} {preps[0][1]} "
            lead += f"{place} " if place else ""
            target = self.party() if place else None
        extra = self.word(when.get("with"))
        after = f" {particle}" if particle else ""
        tail = f" {self.rng.choice(['with', 'in', 'amid'])} {extra}" if extra and self.rng.random() < 0.7 else ""
        if self.rng.random() < 0.2 and target and not lead:
            return self.frame(
                [
                    ("T", target),
                    ("", f" {self.rng.choice(['was', 'were', 'has been'])} {participle(verb)}{after} by "),
                    ("S", subject),
                    ("", tail),
                ]
            )
        tense = self.rng.random()
        form = past(verb) if tense < 0.7 else f"has {participle(verb)}" if tense < 0.85 else third(verb)
        middle = [("S", subject), ("", f" {form}{after} {lead}")]
        return self.frame([*middle, *([("T", target)] if target else []), ("", tail)])

    def nominal(self, when, subject, preps, places):
        noun, governor = self.word(when["noun"]), self.word(when.get("governor"))
        place = next((p for p in places if p in PREPOSITIONS), "with")
        inner = f" {preps[0][0]} {preps[0][1]}" if preps and preps[0][1] else ""
        modifier = self.word(when.get("object"))
        noun = f"{modifier} {noun}" if modifier else noun
        target = self.party()
        if self.rng.random() < 0.35 or not governor or " " in governor:
            lead = self.rng.choice(["the ", "a new ", "The ", "a fresh "])
            return self.frame(
                [
                    ("", f"{lead}{noun}{inner} by "),
                    ("S", subject),
                    ("", f" {place} "),
                    ("T", target),
                    ("", self.rng.choice([" drew attention", " went on", " was reported", ""])),
                ]
            )
        return self.frame(
            [
                ("S", subject),
                ("", f" {past(governor)} {self.rng.choice(['a ', 'the ', ''])}{noun}{inner} {place} "),
                ("T", target),
            ]
        )

    def unfolded(self, entries):
        for entry in entries:
            if entry.startswith("@"):
                yield from self.unfolded(self.classes[entry[1:]])
            else:
                yield entry

    def frame(self, parts):
        head, tail = self.rng.choice(HEADS), self.rng.choice(TAILS)
        tail = f"{'' if tail.startswith(',') or not tail else ' '}{tail}."
        return [("", head)] * bool(head) + [p for p in parts if p[1]] + [("", tail)]


PREPOSITIONS = {
    "to",
    "with",
    "against",
    "on",
    "from",
    "at",
    "for",
    "of",
    "in",
    "between",
    "over",
    "into",
    "near",
    "along",
}


def past(verb):
    """Past tense."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ied"
    return verb + verb[-1] * (verb in DOUBLED) + "ed"


def participle(verb):
    """Past participle."""
    return PARTICIPLE.get(past(verb), past(verb))


def third(verb):
    """Third person singular."""
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeou" else verb + "s"


def _words_loader():
    """Safe YAML in which "on" and "off" are words, as the package reads it."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return Loader


def examples():
    """The codebook's own examples as (parts, type)."""
    maker = Maker(random.Random(0))
    for event, rule in maker.rules:
        text, spans = rule["example"]["text"], []
        for mark, key in (("S", "actor"), ("T", "recipient")):
            word = rule["example"].get(key)
            if word and text.count(word) == 1:
                start = text.index(word)
                spans.append((start, start + len(word), mark))
        spans.sort()
        if spans and all(a[1] <= b[0] for a, b in pairwise(spans)):
            parts, end = [], 0
            for start, stop, mark in spans:
                parts += [("", text[end:start]), (mark, text[start:stop])]
                end = stop
            parts = [p for p in [*parts, ("", text[end:])] if p[1]]
            yield tuple(parts), "YIELD" if event in ("CONCEDE", "RETREAT") else event


if __name__ == "__main__":
    maker = Maker(random.Random(1))
    for _ in range(40):
        parts, event = maker.make()
        print(event, "".join(f"[{m}]{w}[/{m}]" if m else w for m, w in parts))
    print(sum(1 for _ in examples()))
