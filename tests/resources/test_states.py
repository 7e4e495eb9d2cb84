"""The signs of unlisted states: each matches its example, and not its counterexample."""

import pytest

from onrecord.resources.states import states


@pytest.mark.parametrize("ident", [sign.id for sign, _ in states().signs])
def test_states_sign_matches_its_example_only(ident: str) -> None:
    sign, pattern = next((s, p) for s, p in states().signs if s.id == ident)
    assert pattern.search(f"said {sign.example} was there")
    assert not pattern.search(f"said {sign.counterexample} was there")
