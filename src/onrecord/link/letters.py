"""Who writes a letter and to whom: its signature, and the words of its head."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.annotate.entities_slots import CLOSING
from onrecord.annotate.layers import Layers, Paragraph
from onrecord.extract.statements_heading import heading_channel
from onrecord.extract.statements_letters import COMPLIMENTS, SALUTES
from onrecord.link.cast import Cast, Naming, add_post
from onrecord.link.posts import read_post
from onrecord.link.referents import Post, Referent
from onrecord.link.scene import Noticed
from onrecord.model import Span
from onrecord.model.vocabulary import Channel

_SIGNED = re.compile(
    rf"^(?:{CLOSING},\s+)?\W*(?:\(?(?:[Ss]igned|SIGNED|[Ss]gd\.?)\)?:?\s*)?"
    r"(?:(?:H\.E\.|Mr|Mrs|Ms|Dr)\.? )*$"
)
"""What stands on its line before the name of who signs: nothing, "(Signed)", "Yours sincerely,"."""
_TO = re.compile(
    r"(?:\baddressed to|^To:?|^Dear|\b[Ll]etter (?:dated [^,]{3,30} )?to)\s+(?:the\s+)?"
    r"(?P<who>[A-Z][^,:\n]{2,80}?)\s*(?:[,:]|$)",
    re.MULTILINE,
)
_BELOW = re.compile(r"^To:? (?:the )?(?P<who>[A-Z][^,:\n]{2,80}?)\s*(?:,|$)", re.MULTILINE)
"""The line below a letter that tells to whom it goes."""
_HEAD, _FOOT = 4, 5
_CLOSED = re.compile(
    rf"(?:{CLOSING}|(?:(?:Kind|Best|Warm|Warmest|All) )?(?:[Rr]egards|[Ww]ishes)|(?:All the )?[Bb]est|Cheers"
    r"|(?:Many )?[Tt]hanks|Love|Yours)\W{0,3}"
)
"""The line above the signature of a letter or mail that may have no salutation."""
_SHORT = 16
"""Tokens of the longest line below a signature that is read as a title."""


def is_letter(layers: Layers, heading: Channel) -> bool:
    """Whether a document is headed as a letter, a salutation or compliments open it, or "Regards," closes it."""
    if heading == "letter":
        return True
    head = [layers.text[p.start : p.end] for p in layers.paragraphs[: _HEAD + 1]]
    if any(SALUTES.match(line) or COMPLIMENTS.match(line) for line in head):
        return True
    foot = (layers.text[p.start : p.end] for p in layers.paragraphs[-_FOOT:])
    return heading == "unknown" and any(map(_CLOSED.fullmatch, foot))


def signatory(layers: Layers, cast: Cast, noticed: Iterable[Noticed]) -> Referent | None:
    """The person whose name stands alone near the end of a letter, with the post in whose name its head sends it."""
    for paragraph in reversed(layers.paragraphs[-_FOOT:]):
        line = layers.text[paragraph.start : paragraph.end]
        for naming in cast.namings:
            if not paragraph.start <= naming.entity.start < paragraph.end:
                continue
            before = line[: naming.entity.start - paragraph.start]
            title = _title_behind(cast, naming)
            bare = not layers.text[naming.entity.end : paragraph.end].strip(" .,")
            if _SIGNED.match(before) is not None and (bare or title is not None):
                _tell(layers, naming.person, noticed)
                _undersigned(cast, naming.person, layers.paragraphs[paragraph.index + 1 :][:2] if bare else ())
                if title is not None:
                    add_post(naming.person, title)
                return naming.person
    return None


def _title_behind(cast: Cast, naming: Naming) -> Post | None:
    """The post that follows a signature on its line without a comma: "(Signed) Ada Lind Permanent Representative"."""
    doc, start = naming.paragraph.parse, naming.last.i + 1
    while start < len(doc) and doc[start].text in (",", "/", "–", "-"):
        start += 1
    if start >= len(doc) or len(doc) - start > _SHORT or any(t.tag_ in ("VBZ", "VBP", "MD") for t in doc[start:]):
        return None
    post = read_post(cast.names, naming.paragraph, start, len(doc))
    return post if post is not None and post.role.start == 0 else None


def _undersigned(cast: Cast, person: Referent, below: Sequence[Paragraph]) -> None:
    """The posts that the lines below a signature name: "Rear-Admiral (retired), former Flag Officer, Tolbeck"."""
    for paragraph in below:
        doc, start = paragraph.parse, 0
        if len(doc) > _SHORT or any(t.tag_ in ("VBZ", "VBP", "MD") for t in doc):
            return
        for end in [*(t.i for t in doc if t.text == ","), len(doc)]:
            post = read_post(cast.names, paragraph, start, end) if end > start else None
            if post is not None:
                add_post(person, post)
            start = end + 1


def _tell(layers: Layers, person: Referent, noticed: Iterable[Noticed]) -> None:
    """The post that a letter is "from" in its head is its signatory's."""
    for mention in noticed:
        sender = mention.referent
        if mention.paragraph >= _HEAD or mention.form != "role" or sender is None or sender.name is not None:
            continue
        before = layers.text[max(mention.start - 9, 0) : mention.start].removesuffix("the ")
        if before.endswith(("from ", "by ")):
            for post in sender.posts:
                add_post(person, post)
            return


def recipient(layers: Layers) -> Span | None:
    """The words of its head, or of its last line, that tell to whom a letter is written."""
    if not layers.paragraphs or not is_letter(layers, heading_channel(layers)):
        return None
    head = layers.paragraphs[: _HEAD + 1]
    end = layers.paragraphs[min(_HEAD, len(layers.paragraphs)) - 1].end
    last = layers.paragraphs[-1]
    match = _TO.search(layers.text, 0, end) or _BELOW.search(layers.text, last.start, last.end)
    if match is not None:
        return layers.span(*match.span("who"))
    for paragraph in head:
        for pattern, to in ((COMPLIMENTS, "to"), (SALUTES, "office")):
            opened = pattern.match(layers.text, paragraph.start, paragraph.end)
            if opened is not None and opened[to]:
                return layers.span(*opened.span(to))
    return None
