import json
import zipfile
from array import array

import pytest

from massage_trainer.domain.problems import ProblemKind
from massage_trainer.domain.speech.line import Line, Urgency, clip_key
from massage_trainer.services.speech.pcm import RATE_HZ, Pcm, decode
from massage_trainer.services.speech.recordings import FileRecordings, RecordingsError

LINE = Line("Thận du", "vi", Urgency.STEP)
OTHER = Line("Bladder 23", "en", Urgency.STEP)
SOUND = Pcm(array("h", range(RATE_HZ // 10)))


def recordings(folder, problems=None):
    return FileRecordings(folder, (problems if problems is not None else []).append)


def test_a_recording_is_there_after_a_restart(tmp_path):
    recordings(tmp_path).put(LINE, SOUND)

    again = recordings(tmp_path)

    assert again.has(LINE)
    assert decode(again.read(LINE)).samples == SOUND.samples
    assert not again.has(OTHER)
    assert again.read(OTHER) is None


def test_a_removed_recording_leaves_no_file(tmp_path):
    kept = recordings(tmp_path)
    kept.put(LINE, SOUND)

    kept.remove(LINE)

    assert not recordings(tmp_path).has(LINE)
    assert list(tmp_path.rglob("*.wav")) == []


def test_a_recording_whose_file_has_gone_is_passed_over(tmp_path):
    kept = recordings(tmp_path)
    kept.put(LINE, SOUND)
    (tmp_path / "vi" / f"{clip_key(LINE)}.wav").unlink()

    assert kept.read(LINE) is None


def test_recordings_travel_in_one_file(tmp_path):
    here, there = recordings(tmp_path / "here"), recordings(tmp_path / "there")
    here.put(LINE, SOUND)
    here.put(OTHER, SOUND)

    assert here.export_to(tmp_path / "voice.zip", [LINE]) == 1
    assert there.import_from(tmp_path / "voice.zip") == 1
    assert there.read(LINE) == here.read(LINE)
    assert not there.has(OTHER)


@pytest.mark.parametrize(
    ("name", "text", "content"),
    [
        ("../escaped.wav", "x", b""),
        ("vi/0123456789abcdef.wav", "another text", b""),
        (f"vi/{clip_key(LINE)}.wav", LINE.text, b"no sound"),
        (f"vi/{clip_key(LINE)}.wav", 7, b""),
    ],
)
def test_a_strange_file_is_refused_as_a_whole(tmp_path, name, text, content):
    with zipfile.ZipFile(tmp_path / "voice.zip", "w") as packed:
        packed.writestr("recordings.json", json.dumps({"version": 1, "texts": {name: text}}))
        packed.writestr(name, content)

    with pytest.raises(RecordingsError):
        recordings(tmp_path / "data").import_from(tmp_path / "voice.zip")

    assert not (tmp_path / "data").exists()


def test_what_is_no_archive_is_refused(tmp_path):
    (tmp_path / "voice.zip").write_bytes(b"nothing")

    with pytest.raises(RecordingsError):
        recordings(tmp_path).import_from(tmp_path / "voice.zip")


def test_a_damaged_list_is_told_and_the_voice_goes_on_without_it(tmp_path):
    (tmp_path / "recordings.json").write_text("{")
    problems = []

    assert not recordings(tmp_path, problems).has(LINE)
    assert [problem.kind for problem in problems] == [ProblemKind.DAMAGED_FILE]


def test_a_file_that_is_locked_by_a_password_is_refused(tmp_path):
    here = recordings(tmp_path / "here")
    here.put(LINE, SOUND)
    here.export_to(tmp_path / "voice.zip", [LINE])
    packed = bytearray((tmp_path / "voice.zip").read_bytes())
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        flags = 6 if mark == b"PK\x03\x04" else 8
        start = packed.find(mark)
        while start >= 0:
            packed[start + flags] |= 1
            start = packed.find(mark, start + 1)
    (tmp_path / "voice.zip").write_bytes(packed)

    with pytest.raises(RecordingsError):
        recordings(tmp_path / "there").import_from(tmp_path / "voice.zip")


def test_a_recording_that_cannot_be_deleted_is_told_and_stays(tmp_path):
    kept = recordings(tmp_path)
    kept.put(LINE, SOUND)
    path = tmp_path / "vi" / f"{clip_key(LINE)}.wav"
    path.unlink()
    path.mkdir()

    with pytest.raises(RecordingsError):
        kept.remove(LINE)

    assert kept.has(LINE)
