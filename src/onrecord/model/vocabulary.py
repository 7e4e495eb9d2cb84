"""The closed vocabularies of the record contract. PLOVER's own lists live in `onrecord.codebook`."""

from typing import Literal

type StatementKind = Literal["direct", "indirect", "mixed"]
type Act = Literal["speech", "thought", "intention", "unknown"]
type Channel = Literal[
    "statement", "readout", "phone call", "meeting", "speech", "interview", "press briefing",
    "broadcast", "social media", "letter", "report", "unknown",
]  # fmt: skip
TALKS: tuple[Channel, ...] = ("phone call", "meeting")
CONTACTS: tuple[Channel, ...] = (*TALKS, "letter")
"""Channels with two sides: by which one speaks to another, or speaks or writes to him alone."""
type ActorKind = Literal["person", "office", "government", "state", "organization", "group", "people", "unknown"]
type ResolvedBy = Literal["name", "title", "office", "coreference", "metonym", "demonym", "carried", "unresolved"]
type CountryBy = Literal["words", "report"]
type TimeBasis = Literal["explicit", "publication date", "document", "unresolved"]
type PublishedBasis = Literal["option", "metadata", "dateline", "none"]
type Status = Literal["asserted", "alleged", "planned", "demanded", "hypothetical", "denied"]
type ConditionKind = Literal["access", "shortage", "humanitarian", "displacement", "casualties", "damage", "security"]
type MentionKind = Literal["actor", "place", "time"]
