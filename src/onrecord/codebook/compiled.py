"""The codebook made ready for reading: word lists unfolded, rules found by the last word of their trigger."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.codebook import rules as data
from onrecord.codebook.plover import TYPES
from onrecord.codebook.words import Vocabulary, Words

DEFAULT_VERB = data.Roles(actor=["subject"], recipient=["object", "to", "with", "against", "on", "from", "at"])
DEFAULT_NOUN = data.Roles(
    actor=["poss", "light", "by", "between", "modifier"],
    recipient=["against", "on", "of", "with", "to", "at", "for", "in"],
)
AMONG_OTHERS = 9.0
"""The weight that a rule asks for which holds only in a report that tells other acts: of no single sentence."""
NEEDED = {"none": 0.0, "report": AMONG_OTHERS, "strong": 1.0, "plain": 1.5, "weak": 2.5}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule's condition with its word lists unfolded; fields as in `rules.When`."""

    particle: Words
    subject: Words
    object: Words
    object_without: Words
    prep: tuple[tuple[str, Words], ...]
    complement: Words
    complement_without: Words
    governor: Words
    modal: Words
    with_: Words
    without: Words
    voice: str | None
    negated: bool | None
    future: bool | None


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule ready to match. `needed` is the weight of parties it asks for, `rank` how specific it is."""

    id: str
    event: str
    mode: str | None
    trigger: Words
    pattern: Pattern
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    reciprocal: bool
    implied: bool
    needed: float
    status: str
    rank: int


@dataclass(frozen=True, slots=True)
class ModeCues:
    """Words that tell the mode of a type where its rule leaves it open, in order of precedence; what is about a
    `modeless` one has the default."""

    content: bool
    default: str | None
    cues: tuple[tuple[str, Words], ...]
    modeless: Words


@dataclass(frozen=True, slots=True)
class CompiledCodebook:
    """Rules by trigger word: `verbs`, `nouns`, `adjectives` by last lemma, `modals` by auxiliary."""

    verbs: Mapping[str, tuple[CompiledRule, ...]]
    nouns: Mapping[str, tuple[CompiledRule, ...]]
    adjectives: Mapping[str, tuple[CompiledRule, ...]]
    modals: Mapping[str, tuple[CompiledRule, ...]]
    modes: Mapping[str, ModeCues]
    classes: Mapping[str, Words]
    triggers: frozenset[str] = field(init=False)
    """The last lemmas of all: most tokens are told by them to trigger nothing."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "triggers", frozenset().union(self.verbs, self.nouns, self.adjectives))


@functools.cache
def standard() -> CompiledCodebook:
    """The codebook that comes with OnRecord, compiled once a process."""
    return compiled(data.load())


def compiled(book: data.Codebook, classes: Mapping[str, Words] | None = None) -> CompiledCodebook:
    """A codebook ready to match; `classes` are its classes where they have been unfolded before."""
    vocabulary = Vocabulary(book.classes)
    rules = [(rule.when, _compile(file.type, rule, vocabulary)) for file in book.files for rule in file.rules]
    return CompiledCodebook(
        verbs=_index(r for w, r in rules if w.verb and not w.modal),
        nouns=_index(r for w, r in rules if w.noun),
        adjectives=_index(r for w, r in rules if w.adjective),
        modals=_index(r for w, r in rules if w.modal),
        modes={f.type: _modes(f, vocabulary) for f in book.files},
        classes=classes if classes is not None else {name: vocabulary.words([f"@{name}"]) for name in book.classes},
    )


def _modes(file: data.RuleFile, vocabulary: Vocabulary) -> ModeCues:
    cues = tuple((mode, vocabulary.words(entries)) for mode, entries in file.modes.items())
    return ModeCues(file.cues == "content", file.default_mode, cues, vocabulary.words(file.modeless))


def _index(rules: Iterable[CompiledRule]) -> dict[str, tuple[CompiledRule, ...]]:
    index: dict[str, list[CompiledRule]] = {}
    for rule in rules:
        keys = rule.pattern.modal.keys() if rule.trigger.anything else rule.trigger.keys()
        for key in keys:
            index.setdefault(key, []).append(rule)
    return {key: tuple(sorted(found, key=lambda r: (-r.rank, r.id))) for key, found in index.items()}


def _compile(event: str, rule: data.Rule, vocabulary: Vocabulary) -> CompiledRule:
    when = rule.when
    default = DEFAULT_NOUN if when.noun else DEFAULT_VERB
    return CompiledRule(
        id=rule.id,
        event=event,
        mode=rule.mode,
        trigger=vocabulary.words(when.verb or when.noun or when.adjective),
        pattern=_pattern(when, vocabulary),
        actor=tuple(rule.roles.actor or default.actor),
        recipient=tuple(rule.roles.recipient or default.recipient),
        reciprocal=rule.roles.reciprocal,
        implied=rule.roles.implied,
        needed=NEEDED[rule.weight],
        status=rule.status,
        rank=_rank(rule),
    )


def _pattern(when: data.When, vocabulary: Vocabulary) -> Pattern:
    return Pattern(
        particle=vocabulary.words(when.particle),
        subject=vocabulary.words(when.subject),
        object=vocabulary.words(when.object),
        object_without=vocabulary.words(when.object_without),
        prep=tuple((name, vocabulary.words(entries)) for name, entries in when.prep.items()),
        complement=vocabulary.words(when.complement),
        complement_without=vocabulary.words(when.complement_without),
        governor=vocabulary.words(when.governor),
        modal=vocabulary.words(when.modal),
        with_=vocabulary.words(when.with_),
        without=vocabulary.words(when.without),
        voice=when.voice,
        negated=when.negated,
        future=when.future,
    )


def _rank(rule: data.Rule) -> int:
    """How much a rule asks for: what names words counts more than what takes anything."""
    when = rule.when
    lists = [when.particle, when.subject, when.object, when.complement, when.governor, when.with_, *when.prep.values()]
    asked = sum(1 if "*" in entries else 3 for entries in lists if entries)
    more = [when.negated is not None, when.future is not None, when.voice is not None, bool(when.without)]
    return asked + sum(more) + (4 if rule.mode and TYPES else 0) // 2
