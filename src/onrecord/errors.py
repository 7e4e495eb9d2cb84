"""The one catalogue of coded errors and diagnostics.

An error says what happened, to which input, and what to do. It ends the command; a problem with one
document of many becomes a `Diagnostic` on that document instead, with the same codes, and the run goes on.
Codes are never reused; `OR-E` are errors, `OR-W` are diagnostics.
"""

from enum import Enum


class Code(Enum):
    """Every code with its message; `{…}` are filled in where it is raised."""

    E001 = "cannot read {source}: {reason}. Check the path and that you may read it."
    E002 = "{source} is empty. Give a file with text in it."
    E003 = "{source} is not text (it looks like {looks_like}). {remedy}"
    E004 = "{source} is larger than {limit_mb} MB. Split it, one report a file."
    E005 = "{source} cannot be decoded as text: {reason}. Save it as UTF-8."
    E006 = '{source}, line {line}: not a JSON object with a "text" field ({reason}). One object a line.'
    E007 = "not a date: {value!r}. Write it as YYYY-MM-DD."
    E008 = "no documents found in {source}. Give text, HTML or JSON Lines files, or a folder of them."
    E010 = "{source}, line {line}: not a record of this contract ({reason})."
    E020 = "{source}, line {line}: {reason}. {remedy}"
    E030 = "the store at {url} cannot be used: {reason}. {remedy}"
    E040 = "the part {part!r} needs {needs}, which nothing before it provides."
    E041 = "the model {model!r} cannot be loaded: {reason}. Reinstall onrecord; see `onrecord doctor`."
    E050 = "{source}, line {line}: {reason}. See the format of the task in the evaluation guide."
    E051 = "unknown task {task!r}. The tasks are: {tasks}."
    E052 = "unknown format {format!r}. The formats are: {formats}."
    E053 = "cannot write {target}: {reason}. Give a path in a folder that exists and that you may write to."
    E054 = "unknown event type {event!r}. The types are: {types}."
    E055 = "{folder} exists already. Name a folder that does not exist yet."
    E060 = "no words to look for in the topic {topic!r}. Name it in words, for example --topic 'Harbour Road'."
    E062 = "unknown view {view!r}. The views are: {views}."
    E063 = "no form {form!r} of the view {view!r}. These views have it: {views}."
    E064 = '{source}: the "published" {value!r} is not a date. Write it as YYYY-MM-DD.'
    E065 = "{source} holds records that were read already. Give it to a view, for example `onrecord timeline {source}`."
    W001 = "the publication date is unknown: relative dates stay unresolved. Pass --published YYYY-MM-DD."
    W002 = "the text does not look like English (it looks like {language!r}): expect poor records."
    W003 = "{count} bytes could not be decoded as UTF-8 and were read as {encoding}."
    W004 = "an opening quotation mark at {offset} is never closed; it was taken to end with its paragraph."
    W005 = "a paragraph of {length} characters was cut into {parts} parts for parsing."
    W006 = "reading failed ({reason}); the records are missing. This is a defect of OnRecord: please report it."
    W007 = "control characters at {count} places were read as white space."
    W008 = "a line of {length} characters was read up to {offset}: break it into paragraphs to have it read whole."
    W009 = "the actor table {source} ({rows} rows, sha256 {digest}) went before the tables of OnRecord."


class OnRecordError(Exception):
    """Base of all errors raised on purpose; `code` is its entry in the catalogue (for example `OR-E002`)."""

    def __init__(self, code: Code, **details: object) -> None:
        self._entry = code
        self.code = f"OR-{code.name}"
        self.details = details
        super().__init__(f"{self.code}: {code.value.format(**details)}")

    def __reduce__(self) -> tuple[object, ...]:
        """Made again from its parts where it comes out of another process: the message alone does not make one."""
        return _again, (type(self), self._entry, self.details)


def _again(kind: "type[OnRecordError]", code: Code, details: dict[str, object]) -> "OnRecordError":
    return kind(code, **details)


class InputError(OnRecordError):
    """Something the user gave cannot be used."""


class ConfigurationError(OnRecordError):
    """A codebook, table, model or registered part is wrong."""


class StoreError(OnRecordError):
    """The evidence base cannot be read or written."""
