"""The reference data is small, opens fast, and takes little memory."""

import pytest

from onrecord.evaluation.reference_cost import measure


@pytest.mark.issue(5)
def test_reference_data_costs() -> None:
    found = measure()
    for figure, most in (("seconds", 0.5), ("memory_mb", 250), ("installed_mb", 60)):
        value = found[figure]
        assert isinstance(value, int | float), figure
        assert value <= most, figure
