"""For the whole test run: the same examples everywhere, none of them timed; golden files
can be written anew.

`pytest tests/golden --rewrite-golden` writes the playthroughs; review the diff.
`pytest --hypothesis-profile=search` tries new examples on each run, to find what the fixed
ones do not.
"""

import pytest
from hypothesis import HealthCheck, settings

# Machines are shared and noisy: how long an example or its making takes is no verdict.
LENIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("negosim", LENIENT, derandomize=True)
settings.register_profile("search", LENIENT)
settings.load_profile("negosim")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write golden files anew")
