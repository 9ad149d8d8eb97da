import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import (
    ClientBody,
    Files,
    Meaning,
    Moment,
    Plate,
    PlateIndex,
    Sided,
    View,
)
from massage_trainer.domain.text import LocalizedText

TEXT = LocalizedText(vi="Một. Hai.", en="One. Two.")
LEFT_TEXT = LocalizedText(vi="Bên trái. Hai.", en="On the left. Two.")


def sided(name, *sides):
    return Sided(
        Files(f"{name}.webp"), {side: Files(f"{name}.{side.value}.webp") for side in sides}
    )


def moment(name, meaning, *views, client=None, **more):
    own = {ClientBody.MAN: {view: sided(f"{name}.{view.value}", Side.LEFT) for view in views}}
    return Moment(name, meaning, own | more.get("clients", {}))


WOMAN = {ClientBody.WOMAN: {View.CLOSE: sided("woman/bent.close", Side.LEFT)}}
BEND = Plate(
    "bend",
    2000,
    1333,
    TEXT,
    (
        moment("straight", Meaning.IN, View.CLOSE),
        moment("bent", Meaning.PRESS, View.CLOSE, View.WIDE, clients=WOMAN),
        moment("high", Meaning.MOVE, View.WIDE),
    ),
    "bent",
    loop=True,
    described={Side.LEFT: LEFT_TEXT},
)
INDEX = PlateIndex({"bend": BEND})


@pytest.mark.parametrize(
    ("wish", "file"),
    [
        ({}, "bent.close.webp"),
        ({"side": Side.LEFT}, "bent.close.left.webp"),
        ({"side": Side.RIGHT}, "bent.close.webp"),
        ({"side": Side.BOTH}, "bent.close.webp"),
        ({"frame": "straight"}, "straight.close.webp"),
        ({"frame": "straight", "side": Side.LEFT}, "straight.close.left.webp"),
        ({"frame": "nowhere", "side": Side.LEFT}, "bent.close.left.webp"),
        ({"view": View.WIDE}, "bent.wide.webp"),
        ({"view": View.WIDE, "frame": "high"}, "high.wide.webp"),
        ({"view": View.WIDE, "frame": "straight"}, "bent.wide.webp"),
        ({"view": View.CLOSE, "frame": "high"}, "bent.close.webp"),
        ({"frame": "high"}, "high.wide.webp"),
        ({"client": ClientBody.WOMAN}, "woman/bent.close.webp"),
        ({"client": ClientBody.WOMAN, "side": Side.LEFT}, "woman/bent.close.left.webp"),
        ({"client": ClientBody.WOMAN, "view": View.WIDE}, "woman/bent.close.webp"),
        ({"client": ClientBody.WOMAN, "frame": "straight"}, "straight.close.webp"),
    ],
)
def test_the_nearest_picture_answers(wish, file):
    assert INDEX.still("bend", **wish).files.file == file


def test_a_frame_may_stand_behind_a_dot():
    assert INDEX.still("bend.straight").moment == "straight"
    assert INDEX.still("bend.straight", frame="high").moment == "high"


def test_a_still_says_what_it_shows():
    still = INDEX.still("bend", frame="straight", view=View.WIDE)
    assert (still.moment, still.view, still.plate_id) == ("bent", View.WIDE, "bend")
    assert BEND.views() == (View.CLOSE, View.WIDE)
    assert BEND.views(ClientBody.WOMAN) == (View.CLOSE,)


def test_the_words_are_those_of_the_side():
    assert INDEX.still("bend").description is TEXT
    assert INDEX.still("bend", Side.LEFT).description is LEFT_TEXT
    assert INDEX.still("bend", Side.RIGHT).description is TEXT


def test_an_unknown_plate_has_no_picture():
    assert INDEX.still("press") is None


@pytest.mark.parametrize(
    ("moments", "main"),
    [
        ((), "bent"),
        ((moment("bent", Meaning.PRESS, View.CLOSE),), "high"),
        ((moment("bent", Meaning.PRESS, View.CLOSE),) * 2, "bent"),
        ((moment("bent", Meaning.PRESS),), "bent"),
        ((Moment("bent", Meaning.PRESS, WOMAN),), "bent"),
    ],
)
def test_a_plate_without_a_picture_is_none(moments, main):
    with pytest.raises(ValueError, match="moment"):
        Plate("bend", 2000, 1333, TEXT, moments, main)
