"""What is heard of a lesson, and when."""

from dataclasses import replace

from massage_trainer.domain.protocol import Prompts, Timed
from massage_trainer.domain.speech.transcript import HeardKind, transcript
from massage_trainer.domain.text import LocalizedText
from tests.examples import SECOND, exactly, example_catalog, protocol, step

WARNING = "Is the warmth pleasant? Nothing stings, nothing is numb? Say so at once."


def test_a_new_step_is_heard_after_the_warning_that_it_met():
    first = step("lamp", Timed(exactly(20 * SECOND)))
    first = replace(first, prompts=Prompts((18 * SECOND,), LocalizedText("-", WARNING)))
    lesson = protocol(first, step("rub", Timed(exactly(20 * SECOND))), lead_in=SECOND)

    said = [
        (one.at_ms // SECOND, one.text.partition(".")[0])
        for one in transcript(lesson, "en", example_catalog().points)
        if one.kind is HeardKind.SPEECH
    ]
    begun = 1 + 18
    told = [(at, text) for at, text in said if at >= begun]
    assert told[0] == (
        begun,
        "Is the warmth pleasant? Nothing stings, nothing is numb? Say so at once",
    )
    assert told[1][1] == "Rub, en"
    assert begun + 2 < told[1][0] < begun + 8
