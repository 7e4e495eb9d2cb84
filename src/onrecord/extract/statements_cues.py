"""The lexicon of words that report, read from `resources/statements/cues.yaml` and checked on loading."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Token

from onrecord.errors import Code, ConfigurationError
from onrecord.model.vocabulary import Act
from onrecord.resources.lexicon import read_yaml

FRAMES = ("quote", "clause", "zero", "infinitive", "object", "urge", "accuse", "as", "figure")
_GROUP_KEYS = {"id", "lemmas", "frames", "prepositions", "addresses", "act", "alone"}
_SOURCE = "resources/statements/cues.yaml"


@dataclass(frozen=True, slots=True)
class Cue:
    """What a lemma can do, all its groups together; see the YAML file for the meaning of `frames`."""

    lemma: str
    frames: frozenset[str]
    prepositions: frozenset[str]
    addresses: frozenset[str]
    act: Act


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All reporting words: `verbs` and `nouns` by lemma."""

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Act]
    according: frozenset[str]
    tellings: Mapping[str, frozenset[str]]
    never_sources: frozenset[str]
    negators: frozenset[str]
    needs: Mapping[str, frozenset[str]]
    leanings: Mapping[str, Act]

    def verb(self, token: Token) -> Cue | None:
        """The cue of a verb token; None where it does not report or is no verb."""
        if token.pos_ not in ("VERB", "AUX"):
            return None
        lemma = token.lemma_.lower()
        if lemma not in self.verbs:
            return None
        needed = self.needs.get(lemma)
        return self.verbs[lemma] if needed is None or any(t.lower_ in needed for t in token.children) else None


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with OnRecord, read once. Raises ConfigurationError (OR-E020) where it is malformed."""
    raw = read_yaml(files("onrecord").joinpath(_SOURCE).read_text(encoding="utf-8"))
    return Lexicon(
        verbs=_verbs(raw["verbs"]),
        nouns={lemma: act for act, lemmas in raw["nouns"].items() for lemma in lemmas},
        according=frozenset(raw["according"]),
        tellings={way: frozenset(nouns) for way, nouns in raw["tellings"].items()},
        never_sources=frozenset(raw["never_sources"]),
        negators=frozenset(raw["negators"]),
        leanings={lemma: act for act, lemmas in raw["leanings"].items() for lemma in lemmas},
        needs={lemma: frozenset(words) for lemma, words in raw["needs"].items()},
    )


def _verbs(groups: Iterable[Mapping[str, Any]]) -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    for group in groups:
        _check(group)
        for lemma in group["lemmas"]:
            cues[lemma] = _merged(cues.get(lemma), lemma, group)
    return cues


def _merged(known: Cue | None, lemma: str, group: Mapping[str, Any]) -> Cue:
    """`known` with what `group` adds; the first group that names a lemma gives its act."""
    before = known or Cue(lemma, frozenset(), frozenset(), frozenset(), group.get("act", "speech"))
    addresses = {group["addresses"]} if "addresses" in group else set()
    return Cue(
        lemma,
        before.frames | frozenset(group["frames"]),
        before.prepositions | frozenset(group.get("prepositions", ())),
        before.addresses | addresses,
        before.act,
    )


def _check(group: Mapping[str, Any]) -> None:
    wrong = sorted(set(group) - _GROUP_KEYS) + sorted(set(group.get("frames", ())) - set(FRAMES))
    if wrong:
        reason = f"group {group.get('id')!r} has {', '.join(wrong)}"
        raise ConfigurationError(Code.E020, source=_SOURCE, line="?", reason=reason, remedy="See its first lines.")
