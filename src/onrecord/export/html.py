"""One self-contained page: texts with their statements nested and coloured, and the dossier beside them.

Nothing is loaded from anywhere: style and script stand in the page, and its content security policy names them by
their digests, so that nothing a report brings along can run.
"""

import base64
import hashlib
from collections.abc import Iterable
from importlib.resources import files
from typing import TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord.export.html_view import ReportView, offsets
from onrecord.export.options import Options
from onrecord.export.weave import Close, Leaf, Open
from onrecord.model import Report
from onrecord.present.phrases import count, shortened
from onrecord.version import __version__

TEMPLATES = "onrecord.export.templates"


class Html:
    """All reports on one page, with an index where there are several."""

    def write(self, reports: Iterable[Report], out: TextIO, options: Options) -> None:
        """Write the page once every report is there."""
        views = [ReportView(report, number) for number, report in enumerate(reports, 1)]
        template = environment().get_template("page.html.j2")
        out.writelines(printable(part) for part in template.generate(**_context(views, options)))


def environment() -> Environment:
    """Templates of the package, with everything escaped that they are given."""
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=PackageLoader("onrecord.export", "templates"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.tests |= {
        "opening": lambda piece: isinstance(piece, Open),
        "closing": lambda piece: isinstance(piece, Close),
        "leaf": lambda piece: isinstance(piece, Leaf),
    }
    environment.filters |= {"offsets": offsets, "shortened": shortened}
    environment.globals["count"] = count
    return environment


def _context(views: list[ReportView], options: Options) -> dict[str, object]:
    style, script = part("page.css"), part("page.js")
    title = views[0].title if len(views) == 1 else count(len(views), "report")
    return {
        "views": views,
        "title": title,
        "full": options.full,
        "version": __version__,
        "style": Markup(style),  # noqa: S704  (ours, from the package)
        "script": Markup(script),  # noqa: S704
        "style_digest": digest(style),
        "script_digest": digest(script),
    }


def part(name: str) -> str:
    """A file of the page: its style or its script."""
    return files(TEMPLATES).joinpath(name).read_text(encoding="utf-8")


def digest(part: str) -> str:
    """The digest by which a content security policy names a style or a script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(part.encode("utf-8")).digest()).decode("ascii")


def printable(part: str) -> str:
    """What HTML has no way to write (lone surrogates) becomes U+FFFD."""
    return part.encode("utf-8", "replace").decode("utf-8") if not part.isprintable() else part


EXPORTER = Html()
