"""Posts on social networks: what stands under an account's line is one statement of its owner.

A line names an account by its handle ("@adalind: …", "Ada Lind (@adalind) 07:31 …", "↪ Ada Lind @adalind, Mayor: …"),
by a tick after a name, or heads what follows ("Thread by Ada Lind (@adalind)", the line after "Facebook"). Numbered and
timed posts below are the thread's or channel's. One account line alone makes no page of posts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.annotate.entities_slots import FEED, HANDLE
from onrecord.annotate.layers import Layers, Paragraph
from onrecord.extract.statements_found import Bounds, Found
from onrecord.extract.statements_lines import names_end

_WORD = r"(?:[^\W\d_a-z][\w.’'\-]*’?|of|the|and|for|de|del|la|von|van|al|bin|to|in|·|&)"
_OPENS = r"[\s\"“]*(?:\d{1,2}[:.]\d{2}\s+)?(?:[↪↳→⤷]\s*)?(?:(?:Replies|Reply|Comments?):?\s+)?"
_ACCOUNT = re.compile(
    rf"{_OPENS}(?P<name>[^\W\d_a-z][\w.’'\-]*(?:\s{_WORD}){{0,8}}?)(?:,\s(?P<office>{_WORD}(?:\s{_WORD}){{0,8}}?))?"
    rf"\s*(?P<tick>[✓✔☑]\uFE0F?)?\s*(?:[·|–—-]\s*)?(?P<handle>\({HANDLE}\)|{HANDLE})(?!\w)"
)
_BARE = re.compile(rf"{_OPENS}(?P<handle>{HANDLE})(?P<mark>:?)(?!\w)")
_TICKED = re.compile(rf"{_OPENS}(?P<name>[^\W\d_a-z][\w.’'\-]*(?:,?\s{_WORD}){{0,8}}?)\s*[✓✔☑]\uFE0F?\s+")
_HEADED = re.compile(
    rf"(?!(?i:the|a)\s){FEED}(?:the\s)?(?P<who>(?=[^\W\d_a-z])[^@(.\n]{{3,140}}?)\s*"
    rf"(?:\((?P<handle>{HANDLE})\))?(?:,\s[^.\n]{{3,120}})?:?$"
)
_NETWORK = re.compile(r"(?:Facebook|Telegram|Instagram|X|Twitter|Mastodon|Threads|Bluesky|VK|VKontakte|LinkedIn)\W*$")
_COMMENTS = re.compile(r"\d+ (?:comments?|replies|answers)\b[^.]{0,40}$", re.IGNORECASE)
"""The line above what others say to a post."""
_TITLE_OF_PAGE = re.compile(r"(?P<who>[^·|,\n]{3,80}?)(?P<handle>)(?:\s*[·|,][^.\n]*)?$")
"""The line behind a network's name: whose page it is."""
_NUMBER = re.compile(r"[\s\"“]*\(?\d{1,2}/(?:\d{1,2}\)?)?\s+(?=\S)")
_HOUR = re.compile(r"\s*(?:\d{1,2} [A-Z][a-z]{2,8}\.?,? )?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s+(?=\S)")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_AGO = re.compile(
    r"\s*(?:\d{1,3}\s?(?:[smhdw]|min|mins|hrs?|minutes?|hours?|days?)(?:\sago)?"
    rf"|{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}\s{_MONTH}(?:,?\s\d{{4}})?)(?=\s*(?:·|$))"
)
"""The age or day of a post, with which its account's line ends: "· 3h", "· 2 Jun"."""
_REPLYING = re.compile(rf"\s*(?:[Rr]eplying|[Ii]n reply|[Rr]eplies)(?:\sto\s{HANDLE}(?:\sand\s{HANDLE})*)?:?\s*")
_APART = re.compile(r"\s*[·|,–—-]\s*")
_UP_TO_COLON = re.compile(r"[,–—-][^.:?!\n]{2,90}:\s+(?=\S)")
_VIEWS = re.compile(r"[.\s]*(?:(?:All )?[Vv]iews|Opinions|RTs|Reposts)\b[^.]{0,60}\.?\s*")
_WITHIN = re.compile(rf"(?<=[.?!…)\"”])\s+(?=(?:[↪↳→⤷]\s*)?{HANDLE}:\s)")
_OFFICE = re.compile(
    r"(?:minist|secretar|president|govern|ambassador|mayor|chair|director|spokes|envoy|commission|senator|premier|"
    r"chancellor|member|deput|\bm[ep]p?\b|\bhead\b|chief|leader|official|general|office|consul)",
    re.IGNORECASE,
)
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of an account: whose it is, its handle in lower case, where what it posts begins."""

    owner: Bounds
    handle: str
    start: int
    alone: bool
    """Whether nothing stands behind the account."""


@dataclass(slots=True)
class _Page:
    """What has been read of a page of posts so far."""

    owners: dict[str, Bounds] = field(default_factory=dict)
    posts: list[tuple[Bounds, list[Bounds]]] = field(default_factory=list)
    owner: Bounds | None = None
    thread: Bounds | None = None
    lines: int = 0
    headed: bool = False
    open: bool = False
    """Whether a line that only names an account stands above: unmarked paragraphs are posted by it."""
    after_network: bool = False

    def post(self, owner: Bounds, part: Bounds) -> None:
        """A new post."""
        if part[0] < part[1]:
            self.posts.append((owner, [part]))


def posts(layers: Layers) -> list[Found]:
    """The posts of a page of them; none in a report that only shows one."""
    if "@" not in layers.text and not any(mark in layers.text for mark in "✓✔☑") and not _on_network(layers):
        return []
    page = _Page()
    for paragraph in layers.paragraphs:
        bounds = list(_pieces(layers, paragraph))
        for start, end in bounds:
            _read(layers, page, start, end)
    if page.lines < _LEAST and not page.headed:
        return []
    return [
        Found(
            content=tuple(parts), source=owner, reading="turn", verbatim=True, sure=True, channel="social media"
        )
        for owner, parts in page.posts
    ]  # fmt: skip


def _on_network(layers: Layers) -> bool:
    head = layers.paragraphs[:2]
    return any(_NETWORK.match(layers.text, p.start, p.end) or _HEADED.match(layers.text, p.start, p.end) for p in head)


def _pieces(layers: Layers, paragraph: Paragraph) -> Iterator[Bounds]:
    """A paragraph, parted where another account's handle and colon stand after the end of a sentence."""
    start = paragraph.start
    for match in _WITHIN.finditer(layers.text, paragraph.start, paragraph.end):
        yield start, match.start()
        start = match.end()
    yield start, paragraph.end


def _read(layers: Layers, page: _Page, start: int, end: int) -> None:
    """Read one paragraph into the page."""
    text = layers.text
    if page.open and _REPLYING.fullmatch(text, start, end) is not None:
        return
    if _COMMENTS.match(text, start, end) is not None:
        page.open = False
        return
    headed = _HEADED.match(text, start, end)
    if headed is None and page.after_network:
        headed = _TITLE_OF_PAGE.match(text, start, end)
    page.after_network = _NETWORK.match(text, start, end) is not None
    if headed is not None:
        page.owner = page.thread = headed.span("who")
        page.headed = page.open = True
        if headed["handle"]:
            page.owners[headed["handle"].lower()] = page.owner
        return
    line = _line(layers, page, start, end)
    if line is not None:
        page.lines += not line.alone
        page.owner, page.open = line.owner, line.alone
        page.owners.setdefault(line.handle, line.owner)
        numbered = _NUMBER.match(text, line.start, end)
        if line.alone or numbered is not None:
            page.thread = line.owner
        page.post(line.owner, (line.start if numbered is None else numbered.end(), end))
        return
    _unnamed(layers, page, start, end)


def _unnamed(layers: Layers, page: _Page, start: int, end: int) -> None:
    """Read a paragraph that names no account: a further post of the thread or channel, or more of the one before."""
    numbered = _NUMBER.match(layers.text, start, end)
    timed = _HOUR.match(layers.text, start, end) if page.headed else None
    begun = numbered or timed
    if begun is not None and page.thread is not None:
        page.headed = True
        page.open = False
        page.post(page.thread, (begun.end(), end))
    elif page.open and page.owner is not None:
        page.headed = True
        if page.posts and page.posts[-1][0] == page.owner:
            page.posts[-1][1].append((start, end))
        else:
            page.post(page.owner, (start, end))


def _line(layers: Layers, page: _Page, start: int, end: int) -> _Line | None:
    """The account that a paragraph begins with."""
    text = layers.text
    match = _ACCOUNT.match(text, start, end)
    if match is not None:
        return _posted(layers, match.span("name"), match["handle"].strip("()").lower(), match.end(), end)
    bare = _BARE.match(text, start, end)
    if bare is not None:
        handle = bare["handle"].lower()
        known = page.owners.get(handle)
        after = text[bare.end() : bare.end() + 1]
        told = bare["mark"] or _UP_TO_COLON.match(text, bare.end(), end) or _REPLYING.match(text, bare.end(), end)
        if told or (known and after not in ",.;?!"):
            return _posted(layers, known or bare.span("handle"), handle, bare.end(), end, marked=bool(bare["mark"]))
        return None
    ticked = _TICKED.match(text, start, end)
    if ticked is not None:
        return _Line(ticked.span("name"), text[slice(*ticked.span("name"))].lower(), ticked.end(), ticked.end() >= end)
    return None


def _posted(layers: Layers, owner: Bounds, handle: str, at: int, end: int, *, marked: bool = False) -> _Line | None:
    """Where what is posted begins behind an account's handle: past office, hour and whom it replies to."""
    text = layers.text
    colon = None if marked else _UP_TO_COLON.match(text, at, end)
    if colon is not None:
        return _Line(owner, handle, colon.end(), colon.end() >= end)
    marked = marked or text[at : at + 1] == ":"
    at += text[at : at + 1] == ":"
    apart = None if marked else _APART.match(text, at, end)
    if not marked:
        at = _past_office(layers, at if apart is None else apart.end(), end, sure=apart is not None)
    for skipped in (_REPLYING, _AGO, _HOUR, _REPLYING):
        match = skipped.match(text, at, end)
        at = at if match is None else match.end()
    while at < end and text[at] in " \n·:|":
        marked, at = marked or text[at] == ":", at + 1
    if at < end and text[at].islower() and not marked:
        return None  # "Ada Lind (@adalind) said …"
    return _Line(owner, handle, at, at >= end)


def _past_office(layers: Layers, at: int, end: int, *, sure: bool) -> int:
    """The end of the office that stands behind a handle, if one does (surely behind a mark that sets it apart)."""
    begun = at + len(layers.text[at:end]) - len(layers.text[at:end].lstrip())
    stop = names_end(layers, begun, end)
    office = layers.text[begun:stop].rstrip(" ,·")
    if stop == begun or not (sure or _OFFICE.search(" ".join(office.split()[:3]))):
        return at
    if not sure and layers.text[stop - 1] == ",":
        return at  # "@adalind Minister, you said …": whom it calls
    if layers.text[stop - 1] in "?!" or (stop < end and office.endswith(".") and not _VIEWS.match(layers.text, stop)):
        return at
    views = _VIEWS.match(layers.text, stop, end)
    return stop if views is None else views.end()
