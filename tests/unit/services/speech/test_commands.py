import sys
from threading import Event, Timer
from time import monotonic

from massage_trainer.services.speech.commands import run

ECHO = [sys.executable, "-c", "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())"]
HANGS = [sys.executable, "-c", "import time; time.sleep(60)"]


def test_what_a_command_writes_is_the_answer_and_the_text_is_no_argument():
    assert run(ECHO, "--help; rm huyệt Thận du") == "--help; rm huyệt Thận du".encode()


def test_a_command_that_is_missing_or_fails_answers_nothing():
    assert run(["no-such-voice"]) is None
    assert run([sys.executable, "-c", "raise SystemExit(3)"]) is None


def test_a_command_is_ended_when_it_is_cut_off():
    stop = Event()
    Timer(0.05, stop.set).start()
    begun = monotonic()

    assert run(HANGS, stop=stop) is None

    assert monotonic() - begun < 10  # and not the minute that it would take


def test_a_command_that_hangs_is_ended():
    assert run(HANGS, most_s=0.1) is None
