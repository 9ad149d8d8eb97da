import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import Files, Frame, Plate, PlateIndex
from massage_trainer.domain.text import LocalizedText

TEXT = LocalizedText(vi="Một. Hai.", en="One. Two.")


def files(name):
    return Files(f"{name}.webp", f"thumbs/{name}.webp")


SIDES = {Side.LEFT: files("bend.left"), Side.RIGHT: files("bend.right")}
BENT = {Side.LEFT: files("bend.bent.left"), Side.RIGHT: files("bend.bent.right")}
INDEX = PlateIndex(
    {
        "rest": Plate("rest", 2000, 1333, TEXT, files("rest")),
        "bend": Plate(
            "bend",
            2000,
            1333,
            TEXT,
            files("bend.right"),
            SIDES,
            {"bent": Frame(files("bend.bent.right"), BENT), "high": Frame(files("bend.high"))},
        ),
    }
)


@pytest.mark.parametrize(
    ("wish", "file"),
    [
        (("rest",), "rest.webp"),
        (("rest", Side.LEFT), "rest.webp"),
        (("rest", None, "bent"), "rest.webp"),
        (("bend",), "bend.right.webp"),
        (("bend", Side.LEFT), "bend.left.webp"),
        (("bend", Side.BOTH), "bend.right.webp"),
        (("bend", Side.LEFT, "bent"), "bend.bent.left.webp"),
        (("bend", None, "bent"), "bend.bent.right.webp"),
        (("bend", Side.LEFT, "high"), "bend.high.webp"),
        (("bend", Side.LEFT, "nowhere"), "bend.left.webp"),
        (("bend.bent", Side.LEFT), "bend.bent.left.webp"),
        (("bend.bent", Side.LEFT, "high"), "bend.high.webp"),
    ],
)
def test_the_nearest_picture_answers(wish, file):
    still = INDEX.still(*wish)
    assert still.files.file == file
    assert still.description is TEXT


def test_an_unknown_plate_has_no_picture():
    assert INDEX.still("press") is None
