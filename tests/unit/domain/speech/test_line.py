"""A clip is found by its words and its language, however the letters are composed."""

from unicodedata import normalize

from massage_trainer.domain.speech.line import KEY_LENGTH, Line, Urgency, clip_key

WORDS = "Huyệt Thận du, bên phải."


def test_the_same_words_have_the_same_clip_whatever_their_urgency():
    assert clip_key(Line(WORDS, "vi", Urgency.STEP)) == clip_key(Line(WORDS, "vi", Urgency.NEXT))


def test_composed_and_decomposed_letters_are_the_same_words():
    apart = Line(normalize("NFD", WORDS), "vi", Urgency.STEP)

    assert clip_key(apart) == clip_key(Line(WORDS, "vi", Urgency.STEP))


def test_another_language_or_other_words_have_another_clip():
    keys = {
        clip_key(Line(WORDS, "vi", Urgency.STEP)),
        clip_key(Line(WORDS, "en", Urgency.STEP)),
        clip_key(Line(WORDS + " Nghỉ.", "vi", Urgency.STEP)),
    }

    assert len(keys) == 3
    assert {len(key) for key in keys} == {KEY_LENGTH}


def test_safety_is_heard_before_all_else():
    assert sorted(Urgency) == [
        Urgency.COUNT,
        Urgency.TIME,
        Urgency.NEXT,
        Urgency.STEP,
        Urgency.ANSWER,
        Urgency.SAFETY,
    ]
