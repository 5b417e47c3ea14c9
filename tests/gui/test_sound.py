"""The sounds: built the same every time, played where there is a device, silent elsewhere."""

import sys
import wave
from collections.abc import Iterator
from pathlib import Path

import pygame
import pygame.mixer
import pytest

from negosim.gui import sound
from negosim.gui.sound import NAMES, Sound
from negosim.resources import folder

ROOT = Path(__file__).resolve().parents[2]
SOUNDS = folder("assets") / "sounds"


@pytest.fixture(autouse=True)
def _no_mixer_left_over(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    pygame.mixer.quit()
    yield
    pygame.mixer.quit()


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("sounds")
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import build_sounds
    finally:
        sys.path.remove(str(ROOT / "tools"))
    build_sounds.build(into)
    return into


@pytest.mark.parametrize("name", NAMES)
def test_building_a_sound_again_gives_the_same_bytes(rebuilt: Path, name: str) -> None:
    assert (rebuilt / f"{name}.wav").read_bytes() == (SOUNDS / f"{name}.wav").read_bytes()


def test_every_sound_that_is_built_has_a_name_to_play_it_by(rebuilt: Path) -> None:
    assert {path.stem for path in rebuilt.iterdir()} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_short_mono_and_as_the_mixer_wants_it(name: str) -> None:
    with wave.open(str(SOUNDS / f"{name}.wav")) as file:
        form = (file.getframerate(), file.getnchannels(), file.getsampwidth())
        seconds = file.getnframes() / file.getframerate()
    assert form == (sound.RATE, sound.VOICES, -sound.BITS // 8)
    assert 0.03 < seconds < 0.6


def test_the_mixer_starts_with_the_first_sound() -> None:
    sounds = Sound()
    assert pygame.mixer.get_init() is None
    sounds.play("chime")
    assert pygame.mixer.get_init() == (22_050, -16, 1)
    assert pygame.mixer.get_busy()


def test_a_sound_switched_off_leaves_the_mixer_alone() -> None:
    Sound(enabled=False).play("tap")
    assert pygame.mixer.get_init() is None


def test_a_name_that_is_no_sound_is_a_fault() -> None:
    with pytest.raises(KeyError, match="boom"):
        Sound().play("boom")


def test_without_a_device_it_says_so_once_and_stays_silent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    heard: list[str] = []
    sounds = Sound(told=heard.append)
    sounds.play("tap")
    sounds.play("seal")
    assert len(heard) == 1
    assert "no-such-driver" in heard[0]
    assert pygame.mixer.get_init() is None


def test_without_its_files_it_says_so_once_and_stays_silent(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sound, "folder", lambda name: tmp_path)
    heard: list[str] = []
    sounds = Sound(told=heard.append)
    sounds.play("tap")
    sounds.play("tap")
    assert len(heard) == 1
    assert "tap.wav" in heard[0]
