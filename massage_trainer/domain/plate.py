"""The illustrations as lessons name them: plate, side worked, moment, view, client."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.text import LocalizedText

# Of the index of the plates; written by the artwork, read by the program.
INDEX_VERSION: Final = 3


class ClientBody(Enum):
    """Who lies on the table."""

    MAN = "man"
    WOMAN = "woman"


class View(Enum):
    """From how far a picture is seen."""

    WIDE = "wide"
    CLOSE = "close"


class Meaning(Enum):
    """What the hands do in a moment of a movement."""

    REST = "rest"  # they are off the client
    IN = "in"  # they come, or sink in
    PRESS = "press"
    MOVE = "move"
    OUT = "out"  # they ease off, or leave


@dataclass(frozen=True, slots=True)
class Files:
    """A picture, its small copy and the body's places in it, as names in the plates' folder.

    ``mirrored``: all three show the other side of the body, and are to be reversed left to right.
    """

    file: str
    thumb: str = ""  # empty: there is no small copy
    places: str = ""  # empty: nothing of the body can be asked there
    mirrored: bool = False


_NO_SIDES: Mapping[Side, Files] = MappingProxyType({})
_NO_WORDS: Mapping[Side, LocalizedText] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Sided:
    """One picture for each side worked; ``files`` is for whoever asks for none."""

    files: Files
    sides: Mapping[Side, Files] = field(default_factory=lambda: _NO_SIDES)

    def of(self, side: Side | None) -> Files:
        return self.files if side is None else self.sides.get(side, self.files)


Views = Mapping[View, Sided]


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of a plate's movement, in all its pictures.

    The first view of each client is the one for whoever asks for none. A client without pictures
    is shown by the man's.
    """

    name: str
    meaning: Meaning
    views: Mapping[ClientBody, Views]

    def of(self, client: ClientBody) -> Views:
        return self.views.get(client) or self.views[ClientBody.MAN]


@dataclass(frozen=True, slots=True)
class Plate:
    """One illustration: its moments in the order of the movement.

    ``main`` names the most telling moment, ``loop`` says that the first follows the last.
    """

    id: str
    width: int
    height: int
    description: LocalizedText
    moments: tuple[Moment, ...]
    main: str
    loop: bool = False
    described: Mapping[Side, LocalizedText] = field(default_factory=lambda: _NO_WORDS)

    def __post_init__(self) -> None:
        names = [moment.name for moment in self.moments]
        if len(set(names)) != len(names) or self.main not in names:
            raise ValueError("a plate has different moments, and its main one is among them")
        for moment in self.moments:
            if not all(moment.views.get(client) for client in {ClientBody.MAN, *moment.views}):
                raise ValueError(f"the moment {moment.name!r} has no picture")

    def moment(self, name: str) -> Moment:
        """The moment of this name, else the main one."""
        found = next((moment for moment in self.moments if moment.name == name), None)
        return found or next(moment for moment in self.moments if moment.name == self.main)

    def views(self, client: ClientBody = ClientBody.MAN) -> tuple[View, ...]:
        """The views of the main moment, the one for whoever asks for none first."""
        return tuple(self.moment(self.main).of(client))


@dataclass(frozen=True, slots=True)
class Still:
    """The one picture that answers a wish: which files, and its words for those who cannot see."""

    plate_id: str
    files: Files
    description: LocalizedText
    moment: str = ""
    view: View = View.CLOSE
    client: ClientBody = ClientBody.MAN  # who is seen, whoever was asked for


@dataclass(frozen=True, slots=True)
class PlateIndex:
    """All plates of the program.

    ``places_problem`` says why the pictures come without the places of the body.
    """

    plates: Mapping[str, Plate]
    places_problem: str = ""

    @property
    def clients(self) -> frozenset[ClientBody]:
        """Whom the pictures show."""
        moments = [moment for plate in self.plates.values() for moment in plate.moments]
        return frozenset(client for moment in moments for client in moment.views)

    def still(
        self,
        plate_id: str,
        side: Side | None = None,
        frame: str = "",
        view: View | None = None,
        client: ClientBody = ClientBody.MAN,
    ) -> Still | None:
        """The picture nearest to the wish, or None for an unknown plate.

        A plate without the frame answers with its main moment, a picture without the side with
        the one it has. A view shows what is drawn in it: where only the main moment is, that one
        stands still, for changing the view at every moment would only confuse; a view in which
        the plate is not drawn at all is overheard. ``PLATE.FRAME`` is understood as well.
        """
        name, _, dotted = plate_id.partition(".")
        plate = self.plates.get(name)
        if plate is None:
            return None
        moment = plate.moment(frame or dotted)
        main = plate.moment(plate.main)
        if view is not None and view not in moment.of(client) and view in main.of(client):
            moment = main
        views = moment.of(client)
        seen = view if view is not None and view in views else next(iter(views))
        words = plate.description if side is None else plate.described.get(side, plate.description)
        shown = client if moment.views.get(client) else ClientBody.MAN
        return Still(plate.id, views[seen].of(side), words, moment.name, seen, shown)


class PictureFault(Enum):
    """Why a picture cannot be shown."""

    UNKNOWN = "unknown"
    MISSING = "missing"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class MissingPicture:
    """Stands where a picture should be: its name, why it is not there, and the reader's words."""

    name: str
    fault: PictureFault
    detail: str = ""
