"""The reference data is small, opens fast, and takes little memory."""

import pytest

from onrecord.evaluation.reference_cost import measure


@pytest.mark.issue(5)
def test_reference_data_costs() -> None:
    found = measure()
    assert found["seconds"] <= 0.5
    assert found["memory_mb"] <= 250
    assert found["installed_mb"] <= 60
