"""Who would say a line, without hearing it."""

import pytest

from massage_trainer.domain.speech.line import Line, Urgency
from massage_trainer.domain.speech.voice import VoiceSource
from massage_trainer.services.speech.voice_guide import SystemVoiceGuide

LINE = Line("Thận du.", "vi", Urgency.STEP)


class Known:
    def __init__(self, *lines):
        self.lines = lines

    def has(self, line):
        return line in self.lines


class Voice:
    def __init__(self, *languages, is_own):
        self.languages, self.is_own = languages, is_own

    def speaks(self, language):
        return language in self.languages

    def synthesize(self, text, language, stop):
        raise AssertionError("nothing is to be heard")


def asked(qtbot, recordings=(), clips=(), system=()):
    guide = SystemVoiceGuide(Known(*recordings), Known(*clips), lambda: system)
    told = []
    guide.changed.connect(lambda: told.append(guide.source(LINE)))
    guide.look()
    guide.look()  # once is enough
    qtbot.wait_until(lambda: len(told) == 2)  # one answer for each language
    return guide.source(LINE)


OWN, ROBOT = Voice("vi", is_own=True), Voice("vi", "en", is_own=False)


@pytest.mark.parametrize(
    ("recordings", "clips", "system", "source"),
    [
        ((LINE,), (LINE,), (OWN, ROBOT), VoiceSource.RECORDING),
        ((), (LINE,), (ROBOT, OWN), VoiceSource.SYSTEM),
        ((), (LINE,), (ROBOT,), VoiceSource.CLIP),
        ((), (), (ROBOT,), VoiceSource.GENERIC),
        ((), (LINE,), (), VoiceSource.CLIP),
        ((), (), (Voice("en", is_own=True),), VoiceSource.NONE),
    ],
)
def test_the_order_is_that_of_the_voices(qtbot, recordings, clips, system, source):
    assert asked(qtbot, recordings, clips, system) is source


def test_a_system_that_wakes_up_is_waited_for(qtbot):
    class Slow(Voice):
        asked = 0

        def speaks(self, language):
            self.asked += 1
            return None if self.asked == 1 else super().speaks(language)

    assert asked(qtbot, system=(Slow("vi", is_own=True),)) is VoiceSource.SYSTEM


def test_before_the_system_has_answered_only_recordings_are_known():
    recorded = Line("Đã thu.", "vi", Urgency.STEP)
    guide = SystemVoiceGuide(Known(recorded), Known(LINE), lambda: (OWN,))
    assert guide.source(recorded) is VoiceSource.RECORDING
    assert guide.source(LINE) is None
