"""Which scene belongs to which phase of a match. The one place that knows them all."""

from __future__ import annotations

from collections.abc import Mapping

from negosim.gui.playing import SceneMaker


def scenes_of_a_match() -> Mapping[str, SceneMaker]:
    """The makers that `Playing` shows scenes by."""
    # Inside, because the debrief can start another game and would import this file again.
    from negosim.gui.scenes.away import AwayScene
    from negosim.gui.scenes.contract import ContractScene
    from negosim.gui.scenes.debrief import DebriefScene
    from negosim.gui.scenes.preparation import Preparation
    from negosim.gui.scenes.table import TableScene

    return {
        "preparation": Preparation,
        "table": TableScene,
        "away": AwayScene,
        "contract": ContractScene,
        "debrief": DebriefScene.of_playing,
    }
