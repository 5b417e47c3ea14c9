"""The course's exercise as built by hand, and the door for it."""

import pytest
from built import third_vendor

from negosim.engine.scenario import Scenario
from negosim.wire.codec import Codec


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    return third_vendor()


@pytest.fixture(scope="session")
def codec(scenario: Scenario) -> Codec:
    return Codec(scenario.issues, scenario.benefits)
