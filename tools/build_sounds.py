"""Builds assets/sounds: the few short sounds of the window, made from sines and noise.

Run by hand when a sound changes; standard library only, and the same bytes every time:

    python tools/build_sounds.py

Each is mono, 16 bit, 22,050 samples a second, shorter than 0.6 s, and soft: a class is in
the room.
"""

from __future__ import annotations

import argparse
import math
import random
import struct
import wave
from collections.abc import Callable
from pathlib import Path

SOUNDS = Path(__file__).resolve().parent.parent / "assets" / "sounds"
RATE = 22_050
LONGEST = 0.6
FADE = 0.004

Samples = list[float]


def silence(seconds: float) -> Samples:
    return [0.0] * round(seconds * RATE)


def tone(
    pitch: float, seconds: float, *, decay: float, to: float | None = None, partials: str = "1"
) -> Samples:
    """A struck tone that dies away; `to` bends its pitch, `partials` weighs its overtones.

    `partials` is a list like "1 .3 .1": the strength of the pitch, twice the pitch and so on.
    `decay` is the time after which a third is left; overtones die faster.
    """
    weights = [float(each) for each in partials.split()]
    count = round(seconds * RATE)
    out = [0.0] * count
    phase = 0.0
    for at in range(count):
        seconds_in = at / RATE
        bend = 1.0 if to is None else (to / pitch) ** (at / count)
        phase += 2 * math.pi * pitch * bend / RATE
        out[at] = sum(
            weight * math.exp(-seconds_in * number / decay) * math.sin(number * phase)
            for number, weight in enumerate(weights, 1)
        )
    return out


def bell(pitch: float, seconds: float, *, decay: float) -> Samples:
    """A small bell: overtones that are no whole multiples, each with its own decay."""
    parts = ((1.0, 1.0), (2.0, 0.28), (2.76, 0.22), (5.4, 0.07))
    voices = [tone(pitch * step, seconds, decay=decay / step) for step, _ in parts]
    return [
        sum(weight * voice[at] for voice, (_, weight) in zip(voices, parts, strict=True))
        for at in range(len(voices[0]))
    ]


def stroke(seconds: float, *, seed: int, bright: float) -> Samples:
    """One stroke of a pen on paper: noise between two low passes, swelling and ebbing."""
    chance = random.Random(seed)
    slow = fast = 0.0
    out = silence(seconds)
    for at in range(len(out)):
        grain = chance.uniform(-1.0, 1.0)
        fast += bright * (grain - fast)
        slow += 0.12 * (grain - slow)
        out[at] = (fast - slow) * math.sin(math.pi * at / len(out)) ** 0.7
    return out


def mixed(*parts: tuple[float, float, Samples]) -> Samples:
    """Voices together, each with its start in seconds and its strength."""
    length = max(round(start * RATE) + len(voice) for start, _, voice in parts)
    out = [0.0] * length
    for start, strength, voice in parts:
        first = round(start * RATE)
        for at, value in enumerate(voice):
            out[first + at] += strength * value
    return out


def tap() -> Samples:
    return mixed(
        (0, 1, tone(1150, 0.05, decay=0.010, to=900)), (0, 0.5, tone(420, 0.05, decay=0.012))
    )


def say() -> Samples:
    return mixed(
        (0, 1, tone(523.25, 0.15, decay=0.05, partials="1 .25 .06")),
        (0.07, 0.9, tone(659.25, 0.20, decay=0.06, partials="1 .25 .06")),
    )


def hear() -> Samples:
    return mixed(
        (0, 1, tone(440.0, 0.15, decay=0.05, partials="1 .35 .12")),
        (0.08, 0.9, tone(369.99, 0.22, decay=0.07, partials="1 .35 .12")),
    )


def write() -> Samples:
    return mixed(
        (0.00, 1.0, stroke(0.09, seed=1, bright=0.55)),
        (0.11, 0.8, stroke(0.07, seed=2, bright=0.50)),
        (0.20, 1.0, stroke(0.12, seed=3, bright=0.60)),
    )


def sign() -> Samples:
    return mixed(
        (0.00, 0.9, stroke(0.16, seed=4, bright=0.50)),
        (0.14, 1.0, stroke(0.10, seed=5, bright=0.62)),
        (0.25, 1.0, stroke(0.24, seed=6, bright=0.55)),
    )


def seal() -> Samples:
    return mixed(
        (0, 1, tone(150, 0.30, decay=0.07, to=62, partials="1 .3")),
        (0, 0.5, stroke(0.035, seed=7, bright=0.35)),
    )


def chime() -> Samples:
    return mixed(
        (0.00, 0.8, bell(783.99, 0.45, decay=0.16)),
        (0.09, 0.8, bell(987.77, 0.45, decay=0.16)),
        (0.18, 1.0, bell(1174.66, 0.40, decay=0.18)),
    )


def refuse() -> Samples:
    dull = tone(185, 0.11, decay=0.035, to=165, partials="1 .4 .1")
    return mixed((0, 1, dull), (0.11, 0.8, dull))


def news() -> Samples:
    return mixed(
        (0.00, 1.0, bell(659.25, 0.34, decay=0.14)),
        (0.14, 0.9, bell(880.00, 0.42, decay=0.17)),
    )


MADE: dict[str, tuple[Callable[[], Samples], float]] = {
    "tap": (tap, 0.22),
    "say": (say, 0.30),
    "hear": (hear, 0.30),
    "write": (write, 0.20),
    "sign": (sign, 0.24),
    "seal": (seal, 0.55),
    "chime": (chime, 0.30),
    "refuse": (refuse, 0.34),
    "news": (news, 0.32),
}
"""Each sound with its loudest sample, of 1."""


def finished(samples: Samples, peak: float) -> bytes:
    """The samples at their loudness, faded in and out so that they do not click, as 16 bit."""
    edge = round(FADE * RATE)
    loudest = max(map(abs, samples))
    count = len(samples)
    return b"".join(
        struct.pack(
            "<h",
            round(32767 * value / loudest * peak * min(1.0, at / edge, (count - 1 - at) / edge)),
        )
        for at, value in enumerate(samples)
    )


def build(into: Path) -> None:
    """Writes every sound of MADE as a WAV file."""
    into.mkdir(parents=True, exist_ok=True)
    for name, (make, peak) in MADE.items():
        samples = make()
        if len(samples) >= LONGEST * RATE:
            raise SystemExit(f"{name} is too long")
        with wave.open(str(into / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(finished(samples, peak))


def main() -> None:
    parser = argparse.ArgumentParser(description="Build negosim's sounds.")
    parser.add_argument("--into", type=Path, default=SOUNDS, help="the folder to write to")
    build(parser.parse_args().into)


if __name__ == "__main__":
    main()
