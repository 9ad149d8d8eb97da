import json
import zipfile
from array import array

import pytest

from massage_trainer.domain.problems import ProblemKind
from massage_trainer.domain.speech.line import Line, Urgency, clip_key
from massage_trainer.domain.speech.recorded import RecordingFault, RecordingsError
from massage_trainer.services.speech.pcm import RATE_HZ, Pcm, decode
from massage_trainer.services.speech.recordings import FileRecordings

LINE = Line("Thận du", "vi", Urgency.STEP)
OTHER = Line("Bladder 23", "en", Urgency.STEP)
SOUND = Pcm(array("h", range(RATE_HZ // 10)))
LOUDER = Pcm(array("h", range(1, RATE_HZ // 10)))


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
    assert there.take_over(there.look_into(tmp_path / "voice.zip"), replace=False) == 1
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
        recordings(tmp_path / "data").look_into(tmp_path / "voice.zip")

    assert not (tmp_path / "data").exists()


def test_what_is_no_archive_is_refused(tmp_path):
    (tmp_path / "voice.zip").write_bytes(b"nothing")

    with pytest.raises(RecordingsError):
        recordings(tmp_path).look_into(tmp_path / "voice.zip")


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
        recordings(tmp_path / "there").look_into(tmp_path / "voice.zip")


def test_a_recording_that_cannot_be_deleted_is_told_and_stays(tmp_path):
    kept = recordings(tmp_path)
    kept.put(LINE, SOUND)
    path = tmp_path / "vi" / f"{clip_key(LINE)}.wav"
    path.unlink()
    path.mkdir()

    with pytest.raises(RecordingsError):
        kept.remove(LINE)

    assert kept.has(LINE)


@pytest.fixture
def packed(tmp_path):
    """Both lines, recorded on another computer."""
    there = recordings(tmp_path / "there")
    there.put(LINE, LOUDER)
    there.put(OTHER, LOUDER)
    there.export_to(tmp_path / "voice.zip", [LINE, OTHER])
    return tmp_path / "voice.zip"


def test_sound_travels_unpacked_for_packing_keeps_the_windows_waiting(packed):
    with zipfile.ZipFile(packed) as content:
        assert {info.compress_type for info in content.infolist()} == {zipfile.ZIP_STORED}


def test_a_recording_whose_file_has_gone_is_left_out_of_a_file(tmp_path):
    kept = recordings(tmp_path)
    kept.put(LINE, SOUND)
    kept.put(OTHER, SOUND)
    (tmp_path / "vi" / f"{clip_key(LINE)}.wav").unlink()

    assert kept.export_to(tmp_path / "voice.zip", [LINE, OTHER]) == 1
    assert set(kept.look_into(tmp_path / "voice.zip").texts.values()) == {OTHER.text}


def test_without_a_recording_no_file_is_written(tmp_path):
    assert recordings(tmp_path).export_to(tmp_path / "voice.zip", [LINE]) == 0
    assert not (tmp_path / "voice.zip").exists()


def test_a_file_that_cannot_be_written_to_its_end_leaves_the_old_one(packed, tmp_path, monkeypatch):
    def fill(*_):
        raise OSError(28, "No space left on device")

    before = packed.read_bytes()
    monkeypatch.setattr(zipfile.ZipFile, "write", fill)
    kept = recordings(tmp_path / "there")
    with pytest.raises(RecordingsError, match="No space left"):
        kept.export_to(packed, [LINE])

    assert packed.read_bytes() == before
    assert [path for path in tmp_path.iterdir() if path.is_file()] == [packed]


def test_own_recordings_are_told_apart_and_stay_unless_they_are_to_be_replaced(packed, tmp_path):
    mine = recordings(tmp_path / "mine")
    mine.put(LINE, SOUND)
    incoming = mine.look_into(packed)

    assert [incoming.texts[name] for name in incoming.own] == [LINE.text]
    assert mine.take_over(incoming, replace=False) == 1
    assert decode(mine.read(LINE)).samples == SOUND.samples
    assert mine.take_over(incoming, replace=True) == 2
    assert decode(mine.read(LINE)).samples == LOUDER.samples
    assert mine.look_into(packed).own == frozenset()


def blocked(folder):
    """The last of the two files cannot be put in its place."""
    path = folder / "en" / f"{clip_key(OTHER)}.wav"
    path.mkdir(parents=True)
    return path


def unlisted(folder):
    """The list of the recordings cannot be written."""
    path = folder / "recordings.json.new"
    path.mkdir(parents=True)
    return path


@pytest.mark.parametrize("fault", [blocked, unlisted])
def test_recordings_are_taken_over_all_or_none(packed, tmp_path, fault):
    folder = tmp_path / "mine"
    mine = recordings(folder)
    mine.put(LINE, SOUND)
    obstacle = fault(folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(RecordingsError) as raised:
        mine.take_over(mine.look_into(packed), replace=True)

    assert raised.value.fault is RecordingFault.DISK
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert after == before
    obstacle.rmdir()
    assert decode(recordings(folder).read(LINE)).samples == SOUND.samples
    assert not mine.has(OTHER)


def test_a_file_that_is_none_of_ours_is_told_as_such(tmp_path):
    (tmp_path / "voice.zip").write_bytes(b"nothing")
    with pytest.raises(RecordingsError) as raised:
        recordings(tmp_path).look_into(tmp_path / "voice.zip")
    assert raised.value.fault is RecordingFault.NOT_OURS
