"""`onrecord explain`: why a record is there."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.columns import line, title
from onrecord.cli.inputs import Actors, AsJson, Published, Sources, print_json
from onrecord.present.phrases import flat

if TYPE_CHECKING:
    from onrecord.present.explain import Explanation, Link, RuleText


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A report, or JSON Lines of its records with text.")],
    record: Annotated[str | None, typer.Option(help="Only the record with this id.")] = None,
    at: Annotated[int | None, typer.Option(min=0, help="Only records with words at this character offset.")] = None,
    published: Published = None,
    actors: Actors = None,
    as_json: AsJson = False,
) -> None:
    """Show for each record the words that fired, the rule or model, how names were linked, and on whose word it stands.

    Exit code 1 where no record fits.
    """
    from onrecord.present.explain import explain as explained

    sources = Sources([file], None, published, actors=actors, apart=True)
    found = [one for report in sources.reports for one in explained(report, record, at)]
    if as_json:
        print_json(found)
    else:
        for one in found:
            _show(one)
    sources.finish()
    if not found:
        typer.echo("no record fits", err=True)
        raise typer.Exit(1)


def _show(one: "Explanation") -> None:
    marks = "".join(f"[{mark}] " for mark in one.card.marks)
    title(f"{one.card.kind}: {marks}{one.card.title}")
    line(one.card.record, 2)
    line(f"stands {one.word or 'on the report’s own word'}", 2)
    for role, span in one.fired:
        line(f"{role} [{span.start}-{span.end}]: {span.text}", 2)
    if one.coder is not None:
        line(f"coded by {one.coded} {one.coder}, score {one.score:.2f}", 2)
    if one.rule is not None:
        _rule(one.rule)
    if one.parties is not None:
        line(f"who did it and to whom was chosen by {one.parties}, otherwise than by this {one.coded}", 2)
    for link in one.links:
        line(_link(link), 2)
        for row in link.rows:
            line(f"the table: {row}", 4)
    for reason in one.reasons:
        line(reason, 4)


def _rule(rule: "RuleText") -> None:
    line(f"the rule ({rule.weight}) asks for " + "; ".join(f"{name}: {value}" for name, value in rule.when), 4)
    line(f"it codes: {rule.example}", 4)
    line(f"it must not code: {rule.counterexample}", 4)


def _link(link: "Link") -> str:
    words = "no words of its own" if link.words is None else f"“{flat(link.words.text)}”"
    who = f"{link.name or 'nobody known'}{f' ({link.id})' if link.id else ''}"
    others = "; ".join(f"{name} {score:.2f}" for name, score in link.candidates)
    return f"{link.role} {words} → {who}, by {link.resolved_by}{f'; could be {others}' if others else ''}"
