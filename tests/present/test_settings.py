"""What a player has set is kept, and no bad file costs more than itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from negosim.engine.words import ClockKind, Level
from negosim.language.catalogue import LANGUAGES
from negosim.present.settings import MOST_BYTES, Settings, own_file

CHANGES = {
    "lang": "zh",
    "zoom": 1.5,
    "calm": True,
    "sound": False,
    "private": True,
    "voice": True,
    "clock": ClockKind.WALL,
    "level": Level.EXAM,
}


def values(settings: Settings) -> dict[str, object]:
    return {name: getattr(settings, name) for name in CHANGES}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_without_a_file_the_usual_values_hold_and_none_is_made(path: Path) -> None:
    settings = Settings(path, lang="zh")
    assert settings.lang == "zh"
    assert settings.zoom == 1.0
    assert (settings.calm, settings.sound, settings.private, settings.voice) == (
        False, True, False, False,
    )  # fmt: skip
    assert (settings.clock, settings.level) == (None, None)
    assert not path.exists()
    assert settings.note("en") == ""


def test_what_was_changed_is_there_the_next_time(path: Path) -> None:
    Settings(path).change(**CHANGES)
    again = Settings(path)
    assert values(again) == CHANGES
    assert isinstance(again.clock, ClockKind)
    assert isinstance(again.level, Level)
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


def test_the_users_own_file_is_where_the_platform_keeps_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("negosim.present.settings.own_file", lambda: tmp_path / "own.json")
    settings = Settings.of_user(system="zh")
    assert settings.lang == "zh"
    settings.change(lang="en")
    assert Settings.of_user(system="zh").lang == "en"
    assert own_file().name == "settings.json"
    assert own_file().is_absolute()


def test_settings_without_a_file_never_touch_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Settings().change(**CHANGES)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lang", "fr"),
        ("lang", None),
        ("zoom", 0.5),
        ("zoom", 2.1),
        ("zoom", float("nan")),
        ("zoom", True),
        ("zoom", "big"),
        ("calm", 1),
        ("clock", "sun"),
        ("clock", ["wall"]),
        ("level", 3),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_nothing_changes(
    path: Path, name: str, value: object
) -> None:
    settings = Settings(path)
    before = values(settings)
    with pytest.raises(ValueError):  # noqa: PT011 - each setting says it in its own words
        settings.change(**{"sound": False, name: value})
    assert values(settings) == before
    assert not path.exists()


def test_a_setting_that_there_is_not_is_refused(path: Path) -> None:
    with pytest.raises(TypeError, match="colour"):
        Settings(path).change(colour="red")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff\xfe rubbish",
        b'{"zoom": 1.5',
        b"[1, 2, 3]",
        b"[" * 60_000,
        b'{"lang": "zh"}' + b" " * MOST_BYTES,
    ],
    ids=["empty", "bytes", "cut", "list", "deep", "large"],
)
def test_a_bad_file_gives_the_usual_values_and_is_kept_aside(path: Path, data: bytes) -> None:
    settings = Settings(written(path, data))
    assert (settings.lang, settings.zoom) == ("en", 1.0)
    aside = path.with_name("settings-broken-1.json")
    assert aside.read_bytes() == data[: MOST_BYTES + 1]
    note = settings.note("en")
    assert aside.name in note
    assert settings.note("en") == ""
    # The next start finds nothing wrong, and a second bad file does not cover the first.
    assert Settings(path).note("en") == ""
    Settings(written(path, b"{"))
    assert aside.read_bytes() == data[: MOST_BYTES + 1]
    assert path.with_name("settings-broken-2.json").read_bytes() == b"{"


def test_of_a_file_with_one_bad_value_the_others_hold(path: Path) -> None:
    data = json.dumps({"lang": "zh", "zoom": 9, "level": "exam", "new": 1}).encode()
    settings = Settings(written(path, data))
    assert (settings.lang, settings.zoom, settings.level) == ("zh", 1.0, Level.EXAM)
    assert "settings-broken-1.json" in settings.note("zh")
    assert Settings(path).level is Level.EXAM


def test_a_setting_of_a_newer_negosim_is_no_fault(path: Path) -> None:
    settings = Settings(written(path, b'{"zoom": 2, "colour": "red"}'))
    assert settings.zoom == 2.0
    assert settings.note("en") == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_cannot_be_kept_holds_all_the_same_and_is_told(tmp_path: Path, lang: str) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    settings = Settings(blocked / "settings.json")
    settings.note(lang)
    settings.change(zoom=2.0)
    assert settings.zoom == 2.0
    assert settings.note(lang)
    assert blocked.read_text() == "in the way"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_write_that_fails_leaves_the_old_file_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(path)
    settings.change(zoom=1.25)
    before = path.read_bytes()

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("negosim.present.settings.os.fsync", full)
    settings.change(zoom=1.75)
    assert path.read_bytes() == before
    assert "No space left on device" in settings.note("en")
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]
