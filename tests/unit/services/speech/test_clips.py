import json
from array import array
from hashlib import sha256

import pytest

from massage_trainer.domain.speech.line import Line, Urgency, clip_key
from massage_trainer.services.speech.clips import ShippedClips, clip_path, faults, read_manifest
from massage_trainer.services.speech.pcm import Pcm, wav

LINE = Line("Thận du", "vi", Urgency.STEP)
CONTENT = wav(Pcm(array("h", [0] * 100)))


@pytest.fixture
def folder(tmp_path):
    clip_path(tmp_path, LINE).parent.mkdir()
    clip_path(tmp_path, LINE).write_bytes(CONTENT)
    write(tmp_path, text=LINE.text)
    return tmp_path


def write(folder, **changes):
    entry = {
        "text": LINE.text,
        "voice": "robot",
        "licence": "none",
        "sha256": sha256(CONTENT).hexdigest(),
        "synthetic": True,
    }
    content = {"version": 1, "clips": {clip_key(LINE): entry | changes}}
    (folder / "vi" / "manifest.json").write_text(json.dumps(content))


def test_a_clip_is_found_by_its_words(folder):
    clips = ShippedClips(folder)

    assert clips.read(LINE) == CONTENT
    assert clips.read(Line("Thận du", "vi", Urgency.ANSWER)) == CONTENT
    assert clips.read(Line("Thận du", "en", Urgency.STEP)) is None
    assert clips.read(Line("Đại trường du", "vi", Urgency.STEP)) is None


def test_all_is_well_where_each_line_has_its_clip(folder):
    assert faults(folder, {LINE}) == []


def test_a_clip_that_says_something_else_than_the_lesson_is_a_fault(folder):
    assert any(
        "no lesson says" in fault for fault in faults(folder, {Line("x", "vi", Urgency.STEP)})
    )
    assert any("no clip says" in fault for fault in faults(folder, {Line("x", "vi", Urgency.STEP)}))
    write(folder, text="Thận du.")
    assert any("its text is" in fault for fault in faults(folder, {LINE}))


def test_a_clip_that_was_changed_or_lost_is_a_fault(folder):
    clip_path(folder, LINE).write_bytes(b"another")
    assert any("not the file" in fault for fault in faults(folder, {LINE}))
    clip_path(folder, LINE).unlink()
    assert any("missing" in fault for fault in faults(folder, {LINE}))


def test_a_damaged_manifest_is_told(folder):
    (folder / "vi" / "manifest.json").write_text('{"clips": {"x": {"text": 1}}}')
    with pytest.raises(ValueError, match="damaged"):
        read_manifest(folder, "vi")
