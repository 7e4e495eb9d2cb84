"""`onrecord schema`: the contract as a JSON Schema."""

import json

import typer


def schema() -> None:
    """Print the JSON Schema of one line of the JSON Lines contract."""
    from onrecord.model.jsonl import schema as contract

    typer.echo(json.dumps(contract(), indent=2, ensure_ascii=False))
