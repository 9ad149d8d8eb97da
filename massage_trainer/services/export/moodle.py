"""A deck as Moodle XML: each point is a question of the type "drag and drop markers".

By https://docs.moodle.org/en/Moodle_XML_format and what the question type itself reads. Moodle
shrinks larger pictures without their zones, takes whole pixels alone, no corner twice in a row, and
asks a marker for every zone: there is no "either side".
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.export.whole_file import ExportError
from massage_trainer.services.export.xml_parts import add, both_as_html, document

if TYPE_CHECKING:
    from massage_trainer.services.export.deck_content import ExportDeck, ExportItem
    from massage_trainer.services.export.pictures import Pictures

# Moodle's own bound is 600 x 400.
MOODLE_WIDTH: Final = 600
_MOST_ZONES: Final = 4  # nobody wants to drag more markers for one answer
_HOW_MANY: Final = (
    LocalizedText("Đặt một dấu vào chỗ đó.", "Place a marker there."),
    LocalizedText(
        "Ảnh cho thấy {count} chỗ: đặt vào mỗi chỗ một dấu.",
        "The picture shows {count} such places: place a marker on each.",
    ),
)
_RIGHT: Final = LocalizedText("Đúng rồi.", "That is right.")
_PARTLY: Final = LocalizedText("Mới đúng một phần.", "Only part of it is right.")
_WRONG: Final = LocalizedText("Chưa đúng.", "That is not right.")


def fitting_moodle(deck: ExportDeck) -> ExportDeck:
    """Without the points that lie in too many places at once, which are told as left out."""
    items = tuple(item for item in deck.items if len(item.zones) <= _MOST_ZONES)
    left_out = tuple(item.code for item in deck.items if item not in items)
    if not items:
        raise ExportError(
            f"Bộ {deck.id!r} không có huyệt nào hỏi được trong Moodle.",
            f"The deck {deck.id!r} holds no point that can be asked in Moodle.",
        )
    return replace(deck, items=items, left_out=(*deck.left_out, *left_out))


def moodle_bytes(deck: ExportDeck, pictures: Pictures) -> bytes:
    """``pictures`` are 600 pixels wide."""
    quiz = ET.Element("quiz")
    category = add(add(quiz, "question", type="category"), "category")
    title = f"{deck.title.vi} - {deck.title.en}".replace("/", "-")
    add(category, "text", f"$course$/Massage trainer/{title}")
    for item in deck.items:
        _question(quiz, item, pictures)
    return document(quiz)


def _question(quiz: ET.Element, item: ExportItem, pictures: Pictures) -> None:
    question = add(quiz, "question", type="ddmarker")
    add(add(question, "name"), "text", f"{item.code} {item.point.name_vi} ({item.point.pinyin})")
    one, more = _HOW_MANY
    count = len(item.zones)
    how_many = (
        one
        if count == 1
        else LocalizedText(more.vi.format(count=count), more.en.format(count=count))
    )
    prompt = item.locate.prompt
    _html(
        question,
        "questiontext",
        LocalizedText(f"{prompt.vi} {how_many.vi}", f"{prompt.en} {how_many.en}"),
    )
    _html(question, "generalfeedback", item.locate.why)
    add(question, "defaultgrade", "1.0000000")
    add(question, "penalty", "0.3333333")
    add(question, "hidden", "0")
    add(question, "idnumber", f"massage-trainer-{item.locate.key}")
    add(question, "showmisplaced")
    _html(question, "correctfeedback", _RIGHT)
    _html(question, "partiallycorrectfeedback", _PARTLY)
    _html(question, "incorrectfeedback", _WRONG)
    add(question, "shownumcorrect")
    picture = b64encode(pictures.plain(item)).decode("ascii")
    add(question, "file", picture, name="body.jpg", path="/", encoding="base64")
    drag = add(question, "drag")
    add(drag, "no", "1")
    add(drag, "text", item.code)
    add(drag, "infinite")
    for number, zone in enumerate(item.zones, start=1):
        drop = add(question, "drop")
        add(drop, "no", str(number))
        add(drop, "shape", "polygon")
        corners = zone.pixels(*pictures.size(item))
        add(drop, "coords", ";".join(f"{x},{y}" for x, y in corners))
        add(drop, "choice", "1")
    tags = add(question, "tags")
    for tag in ("massage-trainer", item.point.region_id, item.channel):
        if tag:
            add(add(tags, "tag"), "text", tag)


def _html(question: ET.Element, name: str, words: LocalizedText) -> None:
    add(add(question, name, format="html"), "text", both_as_html(words))
