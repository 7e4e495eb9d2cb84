"""Text on the page can be read: contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3), by day and by night."""

import re
from importlib.resources import files

import pytest

CSS = files("onrecord.export.templates").joinpath("page.css").read_text(encoding="utf-8")
BLOCKS = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))


DAY = _colours(BLOCKS[0])
NIGHT = DAY | _colours(BLOCKS[1])
PAIRS = [
    *((ink, page) for ink in ("ink", "quiet", "link") for page in ("page", "paper")),
    ("on-ink", "on"), ("ink", "peek"), ("link", "peek"), ("mark", "mark-bg"),
    *(("ink", f"b{n}") for n in range(8)),
    *(("paper", f"s{n}") for n in range(8)),
]  # fmt: skip


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize(("ink", "page"), PAIRS)
def test_contrast(theme: dict[str, str], ink: str, page: str) -> None:
    light, dark = sorted((_luminance(theme[ink]), _luminance(theme[page])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_contrast_reads_two_themes() -> None:
    assert len(DAY) > 25
    assert DAY["page"] != NIGHT["page"]
