"""For the whole test run: no example is timed, and golden files can be written anew.

`pytest tests/golden --rewrite-golden` writes the playthroughs; review the diff.
"""

import pytest
from hypothesis import HealthCheck, settings

# Machines are shared and noisy: how long an example or its making takes is no verdict.
settings.register_profile("negosim", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("negosim")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write golden files anew")
