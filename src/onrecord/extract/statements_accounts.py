"""Texts that their issuer's name heads: each of two accounts of one contact, a body's release that says "we", and the
spokesperson's own words in a near-verbatim briefing."""

import re
from collections.abc import Iterator

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.extract.statements_found import Bounds, Found
from onrecord.extract.statements_lines import names_end, quoted
from onrecord.extract.statements_transcripts import END
from onrecord.model.vocabulary import Channel

_EACH = re.compile(
    r"\b(?:two|both|three)\b[^.\n]{0,40}\b(?:versions|accounts|readouts|read-outs|announcements)\b|"
    r"\b(?:what|how) (?:each|both|the two) (?:sides?|parties|capitals|governments|ministries)\b",
    re.IGNORECASE,
)
"""A title that announces the accounts of more than one side."""
_NUMBER = re.compile(r"(?:\(?(?:[A-Da-d]|\d)[.)]\)?\s+)?")
_ISSUER = re.compile(
    r"\b(?:ministry|minist[eè]re|ministerio|office|presidency|chancell?[eo]r\w*|department|palace|secretar\w+|press|media|embassy|"
    r"government|cabinet|mission|division|service|mfa|mae|foreign affairs)\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^)\n]{2,60}\)")
_BULLET = re.compile(r"\s*[•*▪‣◦–—-]\s+(?=\w)")
_RELEASE = re.compile(
    r"\b(?:press|media|news) (?:release|statement)\b|\bfor immediate (?:release|use)\b|^\W*(?:open )?statement\b|"
    r"\bfor publication\b",
    re.IGNORECASE | re.MULTILINE,
)
_WE = re.compile(r"(?:^|(?<=[.?!”\"] )|(?<=, and )|(?<=\. To the [a-z]{4} ))[Ww]e\s(?!re\b)[a-z]+", re.MULTILINE)
_VERBATIM = re.compile(
    r"\bnear-verbatim\b[^.]{0,120}\bbriefing\b[^.]{0,60}?\bby (?P<who>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})"
)
_SECTION = re.compile(r"\*\*\s*(?P<name>[^*\n]{2,60}?)(?:\*\*|(?=\s+(?:[A-Z][a-z]+\s[a-z]))|$)\s*")
_ASKED = re.compile(
    r"\W*(?:Questions?\b|Asked\b|In (?:response|answer|reply) to\b|Responding\b|To a (?:further )?question)"
)
_CONTACT = re.compile(r"(?:ENDS\b|[\w ]{0,30}(?:[Cc]ontacts?|desk|[Ee]nquiries|[Ii]nformation):)")
_HEAD = 4


def _section(layers: Layers, paragraph: Paragraph) -> re.Match[str] | None:
    """The name of a section in bold type at the beginning of a paragraph, whose marks are read as blanks elsewhere."""
    marked = layers.marked or layers.text
    line = marked[: paragraph.start].rstrip(" *")
    return _SECTION.match(marked, paragraph.start if line and line[-1] != "\n" else len(line), paragraph.end)


def accounts(layers: Layers) -> list[Found]:
    """The bodies of such texts; none elsewhere."""
    return _sides(layers) or _briefed(layers) or _released(layers)


def _found(parts: list[Bounds], source: Bounds | None, channel: Channel) -> Found:
    return Found(
        content=tuple(parts), source=source, reading="turn", verbatim=True, sure=True, channel=channel
    )  # fmt: skip


def _sides(layers: Layers) -> list[Found]:
    """The accounts of one contact under a title that announces several."""
    if not any(_EACH.search(layers.text, p.start, p.end) for p in layers.paragraphs[:2]):
        return []
    blocks: list[tuple[Bounds, list[Bounds]]] = []
    for paragraph in layers.paragraphs[1:]:
        issuer = _issuer(layers, paragraph)
        if issuer is not None:
            blocks.append((issuer, []))
        if not blocks or END.match(layers.text, paragraph.start, paragraph.end):
            continue
        start = paragraph.start if issuer is None else _past_issuer(layers, issuer, paragraph)
        if start < paragraph.end:
            blocks[-1][1].append((start, paragraph.end))
    told = [_found(parts, issuer, "readout") for issuer, parts in blocks if parts]
    return told if len(told) > 1 else []


def _issuer(layers: Layers, paragraph: Paragraph) -> Bounds | None:
    """The office that a paragraph begins with, number or letter aside."""
    number = _NUMBER.match(layers.text, paragraph.start, paragraph.end)
    start = paragraph.start if number is None else number.end()
    end = names_end(layers, start, paragraph.end)
    name = re.split(r",| [•*–—-] ", layers.text[start:end])[0].rstrip(" :•*")
    return (start, start + len(name)) if _ISSUER.search(name) is not None else None


def _past_issuer(layers: Layers, issuer: Bounds, paragraph: Paragraph) -> int:
    """Where the account begins behind its issuer's name, the words in brackets after it and the first bullet."""
    at = names_end(layers, issuer[0], paragraph.end)
    at = issuer[1] if layers.text[at - 1 : at] in "." or at >= paragraph.end else at
    for mark in (_BRACKETS, _BULLET):
        match = mark.match(layers.text, at, paragraph.end)
        at = at if match is None else match.end()
    return at + len(layers.text[at : paragraph.end]) - len(layers.text[at : paragraph.end].lstrip(" :"))


def _briefed(layers: Layers) -> list[Found]:
    """What a spokesperson told of his own accord in a near-verbatim briefing, a section a statement."""
    head = next((p for p in layers.paragraphs[:_HEAD] if _VERBATIM.search(layers.text, p.start, p.end)), None)
    match = None if head is None else _VERBATIM.search(layers.text, head.start, head.end)
    if head is None or match is None:
        return []
    sections: list[list[Bounds]] = []
    for paragraph in layers.paragraphs[head.index + 1 :]:
        section = _section(layers, paragraph)
        start = paragraph.start if section is None else section.end()
        title = section is not None and _ASKED.match(section["name"])
        if title or _ASKED.match(layers.text, start, paragraph.end):
            break
        if section is not None or not sections:
            sections.append([])
        if start < paragraph.end:
            sections[-1].append((start, paragraph.end))
    return [_found(parts, match.span("who"), "press briefing") for parts in sections if parts]


def _released(layers: Layers) -> list[Found]:
    """The body of a release whose issuer says "we" in it, outside quotations, more than once."""
    head = [p for p in layers.paragraphs[:_HEAD] if layers.text[p.end - 1] not in '.?!”"']
    titles = [p for n, p in enumerate(head) if p.index == n]
    if not any(_RELEASE.search(layers.text, p.start, p.end) for p in titles):
        return []
    parts = list(_body(layers, len(titles)))
    is_quoted = quoted(layers)
    ours = [m for a, b in parts for m in _WE.finditer(layers.text, a, b) if not is_quoted(m.end() - 1)]
    return [_found(parts, _body_of(layers, titles), "statement")] if len(ours) > 1 else []


def _body(layers: Layers, first: int) -> Iterator[Bounds]:
    for paragraph in layers.paragraphs[first:]:
        line = layers.text[paragraph.start : paragraph.end]
        if END.match(line) or _CONTACT.match(line):
            return
        if line[-1] not in ".?!:;,”\"’'" and len(paragraph.parse) <= 16:
            return
        yield paragraph.start, paragraph.end


def _body_of(layers: Layers, titles: list[Paragraph]) -> Bounds | None:
    """The body that the headings name."""
    end = titles[-1].end
    named = next((e for e in layers.entities if e.end <= end and e.label == "ORG"), None)
    return None if named is None else (named.start, named.end)
