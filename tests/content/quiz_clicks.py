"""Every point that may be asked, clicked once through the real page in every configuration."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.quiz.kinds import kind_of
from massage_trainer.domain.quiz.question import PlaceResponse
from massage_trainer.domain.still_places import Sight
from massage_trainer.domain.verdict import Grade

# The whole page: from the smallest window to the largest.
SIZES = ((800, 560), (1024, 768), (1280, 800), (1366, 768), (1920, 1080), (2560, 1440))
ZOOMS = (1.0, 2.0, 4.5)
RATIOS = (1.0, 2.0)
MIRRORED = (False, True)


@dataclass(frozen=True)
class Configuration:
    """How the picture is seen."""

    size: tuple[int, int]
    zoom: float
    ratio: float
    mirrored: bool


CONFIGURATIONS = [Configuration(*each) for each in product(SIZES, ZOOMS, RATIOS, MIRRORED)]


@dataclass(frozen=True)
class Click:
    """A point, the picture that shows it, and where."""

    code: str
    question: object
    at: tuple[float, float]
    expected: Grade


class ScaledPlates:
    """The shipped pictures, without their colours, in the dots of a screen of another density.

    What is drawn in them is of no matter for where a click lands; decoding them would take the
    whole time.
    """

    def __init__(self, plates):
        self._plates = plates
        self.index = plates.index
        self.position_map = plates.position_map
        self.places = plates.places
        self.places_problem = plates.places_problem
        self.ratio = 1.0

    def prepare(self, stills, width, height):
        """Nothing is decoded."""

    def picture(self, still, width, height):
        plate = self.index.plates[still.plate_id]
        shown = min(width / plate.width, height / plate.height) * self.ratio
        picture = QImage(
            max(1, round(plate.width * shown)),
            max(1, round(plate.height * shown)),
            QImage.Format.Format_RGB32,
        )
        picture.fill(0)
        return picture


def clicks(source, plates, questions):
    """Each question about a place with a spot of the picture where its point is seen.

    Half a dot of the smallest sheet must not decide: what is at a boundary is left out and told.
    """
    found, at_boundaries = [], []
    for question in questions:
        still = plates.index.still(question.shot.plate_id, question.shot.side)
        places, positions = plates.places(still), plates.position_map(still)
        kind = kind_of(question.kind)
        for at in spots_of(places, question.item):
            around = [
                kind.judge(
                    question,
                    PlaceResponse(positions.place_at((at[0] + dx, at[1] + dy)), at, still.client),
                    source,
                ).grade
                for dx, dy in ((0, 0), (-DX, -DY), (-DX, DY), (DX, -DY), (DX, DY))
            ]
            if len(set(around)) == 1:
                found.append(Click(question.item, question, at, around[0]))
            else:
                at_boundaries.append((question.item, at, around))
            break
    return found, at_boundaries


DX, DY = 0.6 / 430, 0.6 / 287  # of the smallest sheet


def spots_of(places, item):
    for group in (places.points, places.landmarks):
        for key, sides in group.items():
            if key.partition("@")[0] != item:
                continue
            for side in (Side.LEFT, Side.MIDLINE, Side.RIGHT):
                spot = sides.get(side)
                if spot is not None and spot.sight is Sight.VISIBLE:
                    yield spot.at


class Clicker:
    """Clicks on the page as a hand does, and reads what is told."""

    def __init__(self, stand, plates):
        self._stand = stand
        self._plates = plates

    def take(self, configuration):
        """See the page like this from now on."""
        self._configuration = configuration
        self._plates.ratio = configuration.ratio
        self._stand.resize(*configuration.size)

    def click(self, click):
        """The grade that the page tells for one click on the place."""
        stand, how = self._stand, self._configuration
        stand.ask(click.question)
        canvas = stand.canvas
        stand.picture.reload()
        canvas.set_mirrored(mirrored=how.mirrored)
        canvas.show_whole()
        if how.zoom > 1:
            canvas.zoom_by(how.zoom, QPointF(*canvas.view.to_screen(click.at)))
        place = QPointF(*(round(part * how.ratio) / how.ratio for part in stand_at(canvas, click)))
        stand.mouse_click(place)
        stand.quiz.confirm()
        answer = stand.round.last
        return answer.outcome.grade if answer is not None else None


def stand_at(canvas, click):
    return canvas.view.to_screen(click.at)


CLIENT = ClientBody.MAN
