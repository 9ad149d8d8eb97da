"""A deck as Anki package: each point as a note with two cards, and as image occlusion."""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import sqlite3
import zipfile
from contextlib import closing
from html import escape
from typing import TYPE_CHECKING, Any, Final

from massage_trainer.services.export.anki_types import occlusion_type, point_type
from massage_trainer.services.export.whole_file import ExportError

if TYPE_CHECKING:
    from massage_trainer.services.export.deck_content import ExportDeck, ExportItem
    from massage_trainer.services.export.pictures import Marked, Pictures

# Decks get numbers from here on: made of their names, so that they are the same every time.
_FIRST_DECK: Final = 1_764_000_000_000
_DECKS: Final = 200_000_000
_APP: Final = "massage-trainer"


def anki_bytes(deck: ExportDeck, pictures: Pictures, now_s: float) -> bytes:
    """``now_s`` stamps the notes: Anki takes over what is newer than what it has."""
    genanki = _library()
    number = int.from_bytes(hashlib.sha256(deck.id.encode()).digest()[:8], "big")
    title = escape(f"{deck.title.vi} / {deck.title.en}").replace("::", ": ")
    found = genanki.Deck(_FIRST_DECK + number % _DECKS, f"Massage trainer::{title}")
    found.description = f"{_APP}: {escape(deck.id)}"
    point, occlusion = point_type(genanki), occlusion_type(genanki)
    media: dict[str, bytes] = {}
    for item in deck.items:
        plain = _add(media, pictures.plain(item))
        marked = pictures.marked(item)
        answer = _add(media, marked.jpeg)
        for kind, model, fields in (
            ("point", point, _point_fields(item, plain, answer)),
            ("occlusion", occlusion, _occlusion_fields(item, marked, answer)),
        ):
            guid = genanki.guid_for(_APP, kind, item.code)
            found.add_note(genanki.Note(model, fields, guid=guid, tags=_tags(item)))
    return _packed(genanki.Package(found), media, now_s)


def _library() -> Any:
    try:
        import genanki
    except ImportError as error:
        command = "python -m pip install genanki"
        raise ExportError(
            f"Muốn xuất tệp .apkg cần gói Python genanki; hãy cài bằng lệnh: {command}",
            f"An .apkg needs the Python package genanki; install it with: {command}",
        ) from error
    return genanki


def _packed(package: Any, media: dict[str, bytes], now_s: float) -> bytes:
    """In memory: the library would leave a database behind in the folder for such things."""
    with closing(sqlite3.connect(":memory:")) as database:
        package.write_to_db(database.cursor(), now_s, itertools.count(int(now_s * 1000)))
        database.commit()
        collection = database.serialize()
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("collection.anki2", collection, zipfile.ZIP_DEFLATED)
        archive.writestr("media", json.dumps(dict(enumerate(media))), zipfile.ZIP_DEFLATED)
        for number, picture in enumerate(media.values()):
            archive.writestr(str(number), picture)
    return content.getvalue()


def _add(media: dict[str, bytes], picture: bytes) -> str:
    """The name says nothing of what is shown; the same picture is there once."""
    name = f"{_APP}-{hashlib.sha256(picture).hexdigest()[:16]}.jpg"
    media[name] = picture
    return name


def _tags(item: ExportItem) -> list[str]:
    tags = [_APP, f"{_APP}::region::{item.point.region_id}"]
    return [*tags, f"{_APP}::channel::{item.channel}"] if item.channel else tags


def _image(name: str) -> str:
    return f'<img src="{name}">'


def _point_fields(item: ExportItem, plain: str, answer: str) -> list[str]:
    point, where, which = item.point, item.locate.prompt, item.name.prompt
    told = (
        point.code,
        point.name_vi,
        point.pinyin,
        point.hanzi,
        point.gloss.vi,
        point.gloss.en,
        where.vi,
        where.en,
        which.vi,
        which.en,
        item.locate.why.vi,
        item.locate.why.en,
    )
    x, y = item.zones[0].at
    mark = f'<div class="mark" style="left:{100 * x:.2f}%;top:{100 * y:.2f}%"></div>'
    return [*map(escape, told), _image(plain), mark, _image(answer)]


def _occlusion_fields(item: ExportItem, marked: Marked, answer: str) -> list[str]:
    """All right places and the name are one mask, so that they are asked together."""
    polygons = [
        " ".join(f"{_share(x)},{_share(y)}" for x, y in zone.corners) for zone in item.zones
    ]
    left, top, width, height = map(_share, marked.label)
    masks = [f"polygon:points={points}:oi=1" for points in polygons]
    masks.append(f"rect:left={left}:top={top}:width={width}:height={height}:oi=1")
    which, why = item.name.prompt, item.name.why
    return [
        "<br>".join(f"{{{{c1::image-occlusion:{mask}}}}}" for mask in masks),
        _image(answer),
        f"{escape(which.vi)}<br>{escape(which.en)}",
        f"{escape(why.vi)}<br>{escape(why.en)}",
        escape(item.code),
    ]


def _share(value: float) -> str:
    """As Anki writes shares of a picture: four places, and no nought before the point."""
    return f"{value:.4f}".rstrip("0").removeprefix("0") if value >= 0.00005 else "0"
