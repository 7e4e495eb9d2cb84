"""Who demands what of whom, by when."""

from msgspec.structs import replace

from onrecord.model import Event, Report
from onrecord.present.acts import Act, acts
from onrecord.present.chain import Chains

TYPES = ("REQUEST",)


def demands(report: Report, chains: Chains | None = None) -> tuple[Act, ...]:
    """Every REQUEST in text order, with what is called for (the release, the withdrawal) folded into it."""
    wanted = [event for event in report.events if event.status == "demanded" and event.event not in TYPES]
    return tuple(_with(demand, wanted) for demand in acts(report, TYPES, chains))


def folded(demanded: tuple[Act, ...]) -> frozenset[str]:
    """Ids of the events that some demand already shows."""
    return frozenset(record for demand in demanded for record in demand.records[1:])


def _with(demand: Act, wanted: list[Event]) -> Act:
    inside = tuple(event for event in wanted if any(event.anchor in span for span in demand.spans))
    return replace(
        demand,
        records=(*demand.records, *(event.id for event in inside)),
        spans=tuple(dict.fromkeys((*demand.spans, *(event.anchor for event in inside)))),
    )
