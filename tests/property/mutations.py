"""Damaged reports: what files look like after bad conversions, cuts and careless editors."""

import random
from collections.abc import Callable
from pathlib import Path

type Mutation = Callable[[str, random.Random], str]

SEEDS = tuple(
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
)


def truncate(text: str, rng: random.Random) -> str:
    """Cut anywhere."""
    return text[: rng.randrange(1, len(text))]


def flip(text: str, rng: random.Random) -> str:
    """Bytes changed, then decoded as well as can be."""
    data = bytearray(text.encode("utf-8"))
    for _ in range(rng.randrange(1, 80)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return data.decode("utf-8", "replace")


def quotes(text: str, rng: random.Random) -> str:
    """Quotation marks dropped, doubled or of another kind."""
    marks = {"“": '""“', "”": '"”’', "’": "'’"}
    return "".join(rng.choice([c, "", *marks.get(c, c)]) if c in marks else c for c in text)


def nest(text: str, rng: random.Random) -> str:
    """Many opening marks in one place."""
    at = rng.randrange(len(text))
    return text[:at] + rng.choice('“‘"«') * rng.randrange(2, 1001) + text[at:]


def one_line(text: str, rng: random.Random) -> str:
    """No paragraphs."""
    return text.replace("\n", rng.choice([" ", "", "\t"]))


def scripts(text: str, rng: random.Random) -> str:
    """Words of other scripts, combining and invisible characters in between."""
    strange = ["Привет", "مرحبا", "你好世界", "\u0301", "\u200b", "\u202e", "\ufeff", "🇺🇳", "İstanbul", "ﬁ", "ß"]
    words = text.split(" ")
    for _ in range(30):
        words.insert(rng.randrange(len(words)), rng.choice(strange))
    return " ".join(words)


def controls(text: str, rng: random.Random) -> str:
    """Control characters and odd line ends."""
    for _ in range(20):
        at = rng.randrange(len(text))
        text = text[:at] + chr(rng.choice([0, 1, 7, 8, 11, 12, 13, 27, 28, 30, 127, 133, 0x2028])) + text[at:]
    return text


def case(text: str, rng: random.Random) -> str:
    """All capitals or all small."""
    return text.upper() if rng.random() < 0.5 else text.lower()


def shuffle(text: str, rng: random.Random) -> str:
    """Paragraphs or words in another order."""
    parts = text.split("\n\n" if rng.random() < 0.5 else " ")
    rng.shuffle(parts)
    return " ".join(parts)


MUTATIONS: tuple[Mutation, ...] = (
    truncate, flip, quotes, nest, one_line, scripts, controls, case, shuffle
)  # fmt: skip


def mutated(rng: random.Random) -> str:
    """One of the seed reports after one to three mutations."""
    text = rng.choice(SEEDS)
    for _ in range(rng.randrange(1, 4)):
        text = rng.choice(MUTATIONS)(text, rng) or text
    return text
