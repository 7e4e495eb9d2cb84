"""The coding rules as data: what a rule file may hold, and how it is read and checked.

A rule names the words that trigger it, the syntax around them, who is actor and who recipient, an example that
must match and a counterexample that must not. Every mistake is refused with file, line and remedy (OR-E020).
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml

from onrecord.codebook.cameo import plover
from onrecord.codebook.plover import TYPES
from onrecord.codebook.words import unfold
from onrecord.errors import Code, ConfigurationError
from onrecord.resources.lexicon import read_yaml

type Weight = Literal["none", "report", "strong", "plain", "weak"]
"""How sure the words alone are: none needs no party, report none in a report that tells other acts beyond doubt, strong
one plausible party, plain a named one or two, weak two, one of them named."""


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of a rule file; unknown keys are refused."""


class When(Strict, frozen=True, kw_only=True):
    """What must stand in the text. Lists hold lemmas, terms and "@classes"; "*" stands for anything.

    `verb` or `noun` or `adjective` is the trigger. For a verb `object` is its logical object (a passive's
    subject), `subject` its logical subject; `prep` maps prepositions that must be there to what they govern;
    `complement` is the verb of its clause complement, `modal` its auxiliary ("must"); for a noun `governor` is
    the verb or noun it depends on. `object_without` and `complement_without` refuse words there. `negated` and
    `future` ask for a negated or a future verb (false: refuse one).
    `with` are words of which one must stand in the clause, `without` words of which none may.
    """

    verb: list[str] = []
    noun: list[str] = []
    adjective: list[str] = []
    particle: list[str] = []
    subject: list[str] = []
    object: list[str] = []
    object_without: list[str] = []
    prep: dict[str, list[str]] = {}
    complement: list[str] = []
    complement_without: list[str] = []
    governor: list[str] = []
    with_: list[str] = msgspec.field(name="with", default_factory=list)
    without: list[str] = []
    modal: list[str] = []
    voice: Literal["active", "passive"] | None = None
    negated: bool | None = None
    future: bool | None = None


class Roles(Strict, frozen=True, kw_only=True):
    """Where actor and recipient stand: places in order of preference; the first plausible party is taken.

    A place is subject, object, complement (the subject of the clause complement),
    complement-object (whom that clause concerns), dative (to whom something is given without "to"), poss and
    modifier (of a noun: "Velmar's", "Velmari"), light (the subject of the verb it depends on), clause (the subject of
    its clause), gathering (the body that meets), implied (whoever says it) or a preposition. `reciprocal`: what is
    done by one is done by the other. `implied`: the act is the speaker's own; without a speaker there is none.
    """

    actor: list[str] = []
    recipient: list[str] = []
    reciprocal: bool = False
    implied: bool = False


class Example(Strict, frozen=True, kw_only=True):
    """A sentence that the rule must code, with a word of its actor and of its recipient (null: none)."""

    text: str
    actor: str | None = None
    recipient: str | None = None


class Rule(Strict, frozen=True, kw_only=True):
    """One coding rule. `cameo` is the CAMEO code of what it codes, where type and mode do not tell it."""

    id: str
    mode: str | None = None
    cameo: str | None = None
    when: When
    roles: Roles = Roles()
    weight: Weight = "plain"
    status: Literal["asserted", "planned"] = "asserted"
    example: Example
    counterexample: str


class RuleFile(Strict, frozen=True, kw_only=True):
    """The rules of one type. `modes` maps a mode to the words that tell it where a rule leaves it open; an act about
    one of the `modeless` has the default mode, whatever else its words tell.

    `cues` says where these words are looked for: in the whole clause or only in what the act is about.
    """

    type: str
    cues: Literal["clause", "content"] = "clause"
    default_mode: str | None = None
    modes: dict[str, list[str]] = {}
    modeless: list[str] = []
    rules: list[Rule]


class Lexicon(Strict, frozen=True, kw_only=True):
    """Named classes of words that rules share."""

    classes: dict[str, list[str]]


class Codebook(Strict, frozen=True, kw_only=True):
    """All rule files and the lexicon."""

    files: tuple[RuleFile, ...]
    classes: dict[str, list[str]]


OWN = "ONRECORD_CODEBOOK"
COPY = "Begin with a copy of ours: `onrecord codebook copy FOLDER`."


def load(folder: Traversable | None = None) -> Codebook:
    """The codebook in `folder` (a `lexicon.yaml` and one file a type), by default the one in use.

    In use is the folder that the environment variable ONRECORD_CODEBOOK names, else the codebook that comes with
    OnRecord. Raises ConfigurationError (OR-E020) naming file, line and remedy.
    """
    folder = folder or in_use()
    names = sorted(f.name for f in _listed(folder) if f.name.endswith(".yaml") and f.name != "lexicon.yaml")
    lexicon = _decode(folder.joinpath("lexicon.yaml"), Lexicon)
    read = tuple(_checked(folder.joinpath(name), lexicon.classes) for name in names)
    return Codebook(files=read, classes=lexicon.classes)


def in_use() -> Traversable:
    """The folder of the codebook in use."""
    own = os.environ.get(OWN)
    return Path(own) if own else files(__package__).joinpath("rules")


def _listed(folder: Traversable) -> list[Traversable]:
    try:
        found = list(folder.iterdir())
    except OSError as error:
        raise ConfigurationError(
            Code.E020, source=folder, line=1, reason=f"no such folder ({error.strerror})", remedy=COPY
        ) from error
    if not any(f.name == "lexicon.yaml" for f in found):
        raise ConfigurationError(Code.E020, source=folder, line=1, reason="it has no lexicon.yaml", remedy=COPY)
    return found


def _decode[T](source: Traversable, kind: type[T]) -> T:
    data = source.read_bytes()
    try:
        return msgspec.convert(read_yaml(data), type=kind)
    except msgspec.ValidationError as error:
        reason, _, path = str(error).partition(" - at ")
        raise _refusal(source, data, path.strip("`"), reason, _remedy(reason)) from error
    except yaml.YAMLError as error:
        raise _refusal(source, data, "", str(error), "Correct the YAML.") from error


def _remedy(reason: str) -> str:
    if "unknown field" in reason:
        return "Remove the key or correct its spelling; `onrecord codebook show` lists the keys."
    if "missing required field" in reason:
        return "Add it: every rule has an id, when, an example and a counterexample."
    return "Give a value of the kind that the guide to the codebook names."


def _checked(source: Traversable, classes: Mapping[str, list[str]]) -> RuleFile:
    read = _decode(source, RuleFile)
    data = source.read_bytes()
    if read.type not in TYPES:
        raise _refusal(source, data, "$.type", f"unknown type {read.type!r}", f"Use one of {', '.join(TYPES)}.")
    _check_words(source, data, "$.modes", [w for ws in read.modes.values() for w in ws], classes)
    _check_words(source, data, "$.modeless", read.modeless, classes)
    for mode in (*read.modes, *([read.default_mode] if read.default_mode else [])):
        _check_mode(source, data, "$.modes", read.type, mode)
    seen: set[str] = set()
    for index, rule in enumerate(read.rules):
        path = f"$.rules[{index}]"
        if rule.id in seen:
            raise _refusal(source, data, path, f"the id {rule.id!r} occurs twice", "Give each rule its own id.")
        seen.add(rule.id)
        _check_rule(source, data, path, read.type, rule, classes)
    return read


def _check_rule(
    source: Traversable, data: bytes, path: str, event: str, rule: Rule, classes: Mapping[str, list[str]]
) -> None:
    if rule.mode is not None:
        _check_mode(source, data, path, event, rule.mode)
    if rule.cameo is not None and plover(rule.cameo) is None:
        remedy = "Give two to four digits of CAMEO 1.1b3, such as 057."
        raise _refusal(source, data, path, f"unknown CAMEO code {rule.cameo!r}", remedy)
    when = rule.when
    if sum(map(bool, (when.verb, when.noun, when.adjective))) != 1:
        reason = f"rule {rule.id!r} needs exactly one of verb, noun, adjective"
        raise _refusal(source, data, path, reason, "Give it one kind of trigger; write two rules for two kinds.")
    lists = [
        when.verb, when.noun, when.adjective, when.particle, when.subject, when.object, when.object_without,
        when.complement, when.complement_without, when.governor, when.modal, when.with_, when.without,
        *when.prep.values(),
    ]  # fmt: skip
    _check_words(source, data, path, [w for ws in lists for w in ws], classes)


def _check_mode(source: Traversable, data: bytes, path: str, event: str, mode: str) -> None:
    if mode not in TYPES[event].modes:
        known = ", ".join(TYPES[event].modes) or "none"
        raise _refusal(source, data, path, f"unknown mode {mode!r} of {event}", f"Its modes are: {known}.")


def _check_words(
    source: Traversable, data: bytes, path: str, entries: list[str], classes: Mapping[str, list[str]]
) -> None:
    try:
        list(unfold(entries, classes))
    except KeyError as error:
        reason = f"unknown class {error.args[0]!r}"
        raise _refusal(source, data, path, reason, "Define it in lexicon.yaml.") from error


def _refusal(source: Traversable, data: bytes, path: str, reason: str, remedy: str) -> ConfigurationError:
    line = _line(data, path)
    return ConfigurationError(Code.E020, source=source.name, line=line, reason=reason, remedy=remedy)


def _line(data: bytes, path: str) -> int:
    """The line (from 1) of the deepest node along a path such as `$.rules[3].when`; 1 where YAML itself is wrong."""
    try:
        node: Any = yaml.compose(data.decode("utf-8"), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        return error.problem_mark.line + 1 if error.problem_mark else 1
    for key, index in re.findall(r"\.([\w-]+)|\[(\d+)\]", path):
        child = _child(node, key, index)
        if child is None:
            break
        node = child
    return int(node.start_mark.line) + 1 if node is not None else 1


def _child(node: Any, key: str, index: str) -> Any:
    if index and isinstance(node, yaml.SequenceNode) and int(index) < len(node.value):
        return node.value[int(index)]
    if key and isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    return None
