"""One sentence at a time, the more urgent first, and nothing that comes too late."""

import pytest

from massage_trainer.domain.speech.line import Line, Urgency
from massage_trainer.domain.speech.talk import PATIENCE_S, Talk, speaking_ms


def said(*texts, urgency=Urgency.STEP):
    return tuple(Line(text, "en", urgency) for text in texts)


def test_the_sentences_of_an_utterance_follow_one_another():
    talk, step = Talk(), said("Knead.", "Right side.", "One minute.")

    assert talk.offer(step)
    assert talk.speaking == step[0]
    assert talk.ended(step[0]) == step[1]
    assert talk.ended(step[1]) == step[2]
    assert talk.ended(step[2]) is None
    assert talk.speaking is None


def test_nothing_is_no_utterance():
    assert not Talk().offer(())


@pytest.mark.parametrize("lower", [Urgency.COUNT, Urgency.TIME, Urgency.NEXT])
def test_what_is_less_urgent_is_dropped(lower):
    talk, step = Talk(), said("Knead.", "One minute.")
    talk.offer(step)

    assert not talk.offer(said("Three.", urgency=lower))
    assert talk.ended(step[0]) == step[1]
    assert talk.ended(step[1]) is None


def through(talk):
    """Everything that is still said."""
    while line := talk.speaking:
        yield line.text
        talk.ended(line)


def test_a_new_place_takes_the_place_of_the_rest_of_an_answer():
    talk = Talk()
    talk.offer(said("Knead.", "Right side.", "Two minutes left.", urgency=Urgency.ANSWER))

    assert not talk.offer(said("Rub.", "One minute."))
    assert list(through(talk)) == ["Knead.", "Rub.", "One minute."]


def test_a_new_place_waits_for_the_end_of_a_warning():
    talk = Talk()
    talk.offer(said("All right?", "Not too hot?", "Say so.", urgency=Urgency.SAFETY))
    talk.offer(said("Knead.", urgency=Urgency.ANSWER))

    assert not talk.offer(said("Rub.", "One minute."))
    assert list(through(talk)) == ["All right?", "Not too hot?", "Say so.", "Rub.", "One minute."]


def test_an_answer_waits_for_the_end_of_a_warning():
    talk = Talk()
    talk.offer(said("All right?", "Not too hot?", urgency=Urgency.SAFETY))
    talk.offer(said("Knead."))
    talk.offer(said("Right side.", urgency=Urgency.ANSWER))

    assert list(through(talk)) == ["All right?", "Not too hot?", "Right side."]


@pytest.mark.parametrize("urgency", [Urgency.STEP, Urgency.ANSWER, Urgency.SAFETY])
def test_a_new_place_and_what_is_more_urgent_cut_off(urgency):
    talk = Talk()
    talk.offer(said("Knead.", "One minute."))
    newer = said("Stop.", urgency=urgency)

    assert talk.offer(newer)
    assert talk.speaking == newer[0]
    assert talk.ended(newer[0]) is None


def test_of_equal_ones_the_newer_waits_and_the_older_that_waited_goes():
    talk = Talk()
    first, second, third = (said(text, urgency=Urgency.TIME) for text in ("A.", "B.", "C."))
    talk.offer(first)

    assert not talk.offer(second)
    assert not talk.offer(third)
    assert talk.ended(first[0]) == third[0]


def test_the_end_of_a_sentence_that_is_not_being_said_changes_nothing():
    talk, step = Talk(), said("Knead.", "One minute.")
    talk.offer(step)

    assert talk.ended(step[1]) is None
    assert talk.speaking == step[0]


def test_stop_forgets_everything():
    talk, step = Talk(), said("Knead.", "One minute.")
    talk.offer(step)
    talk.stop()

    assert talk.speaking is None
    assert talk.ended(step[0]) is None


def test_a_voice_that_never_ends_is_not_waited_for():
    talk, step = Talk(), said("Knead.", "One minute.")
    talk.offer(step)

    going_on = [talk.second() for _ in range(PATIENCE_S + 5)]

    assert [line for line in going_on if line] == [step[1]]


def test_more_words_take_longer():
    assert speaking_ms(said("One.")[0]) < speaking_ms(said("One and a half minutes.")[0])
