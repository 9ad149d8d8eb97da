"""The cue sounds of every theme: each is known by its pitch pattern, none is louder or clicks."""

import math
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from massage_trainer.domain.cues import Cue
from tests.pitches import Ear, read_wav

THEMES = sorted(path for path in Path("assets/audio/themes").iterdir() if path.is_dir())
EVERY_CUE = [
    pytest.param(theme / f"{cue.value}.wav", id=f"{theme.name}-{cue.value}")
    for theme in THEMES
    for cue in Cue
]
# What two single tones must lie apart to be told from each other out of any context.
SINGLE_TONES_APART = 7


def decibels(factor: float) -> float:
    return 20 * math.log10(factor)


def root_mean_square(samples) -> float:
    return math.sqrt(sum(sample * sample for sample in samples) / len(samples))


def heard(path: Path) -> list[int]:
    samples, rate_hz = read_wav(path)
    return Ear(rate_hz).tones(samples)


def way(tones: list[int]) -> list[int]:
    """How a pattern goes: 1 up, -1 down, 0 the same again."""
    return [(b > a) - (b < a) for a, b in pairwise(tones)]


def test_there_is_more_than_one_theme():
    assert {"soft", "wood"} <= {theme.name for theme in THEMES}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_theme_has_every_cue_and_nothing_else(theme):
    assert {path.name for path in theme.iterdir()} == {f"{cue.value}.wav" for cue in Cue}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_all_pairs_are_told_apart_by_their_pitch_patterns(theme):
    patterns = {cue: heard(theme / f"{cue.value}.wav") for cue in Cue}
    alike = []
    for (one, first), (other, second) in combinations(patterns.items(), 2):
        if len(first) == len(second) == 1:
            if abs(first[0] - second[0]) < SINGLE_TONES_APART:
                alike.append((one, other))
        elif way(first) == way(second):
            alike.append((one, other))
    assert not alike


def test_a_theme_changes_the_timbre_and_not_the_patterns():
    first, *others = THEMES
    for cue in Cue:
        pattern = heard(first / f"{cue.value}.wav")
        assert all(heard(theme / f"{cue.value}.wav") == pattern for theme in others), cue


def test_all_cues_are_equally_loud():
    levels = {
        path: decibels(root_mean_square(read_wav(path)[0]) / 32767)
        for theme in THEMES
        for path in theme.iterdir()
    }
    assert max(levels.values()) - min(levels.values()) <= 1.0


@pytest.mark.parametrize("path", EVERY_CUE)
def test_a_cue_starts_softly_ends_in_silence_and_never_clips(path):
    samples, rate_hz = read_wav(path)
    peak = max(map(abs, samples))
    attack = samples[: rate_hz // 200]  # 5 ms
    assert peak < 0.75 * 32767
    assert max(map(abs, attack)) < 0.5 * peak
    assert abs(samples[0]) < 0.01 * peak
    assert abs(samples[-1]) < 0.01 * peak


@pytest.mark.parametrize("path", EVERY_CUE)
def test_a_cue_is_over_before_the_next_second(path):
    samples, rate_hz = read_wav(path)
    assert len(samples) / rate_hz <= (1.5 if path.stem == Cue.LESSON_END.value else 0.6)
