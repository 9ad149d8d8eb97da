"""The clips say what the lessons say, and are small enough to travel with them."""

import pytest

from massage_trainer.services.resources import assets_dir, protocols_dir
from massage_trainer.services.speech.clips import ShippedClips, faults, read_manifest
from massage_trainer.services.speech.lesson_lines import lesson_lines
from massage_trainer.services.speech.pcm import decode

MOST_BYTES = 12_000_000
FOLDER = assets_dir() / "audio" / "voice"


@pytest.fixture(scope="module")
def lines():
    return lesson_lines(protocols_dir(), assets_dir())


def test_every_line_of_every_lesson_has_its_clip_and_no_clip_is_left_over(lines):
    assert {line.language for line in lines} == {"vi", "en"}
    assert faults(FOLDER, set(lines)) == []


def test_the_clips_can_be_played_and_are_as_long_as_their_words(lines):
    clips = ShippedClips(FOLDER)
    for line in lines[:: len(lines) // 40]:
        seconds = decode(clips.read(line)).seconds
        assert seconds > 0.2
        assert 0.02 < seconds / len(line.text) < 0.35, line.text


def test_they_fit_into_their_share_of_the_repository():
    assert sum(path.stat().st_size for path in FOLDER.rglob("*.ogg")) <= MOST_BYTES


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_clip_says_where_its_voice_comes_from(language):
    for clip in read_manifest(FOLDER, language).values():
        assert clip.voice
        assert clip.licence
        assert clip.synthetic
