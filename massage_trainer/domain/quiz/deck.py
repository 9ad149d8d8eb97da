"""Decks: which points and techniques a round may ask about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.quiz.source import channel_of
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from massage_trainer.domain.quiz.question import Question
    from massage_trainer.domain.quiz.source import QuizSource

ALL: Final = "all"
DUE: Final = "due"
MISSES: Final = "misses"
CONFUSIONS: Final = "confusions"

_ALL_TITLE: Final = LocalizedText("Tất cả", "Everything")
# Titles of the decks that are filled with questions from outside.
KEYED_TITLES: Final = {
    DUE: LocalizedText("Đến hạn ôn hôm nay", "Due today"),
    MISSES: LocalizedText("Những câu từng sai", "My misses"),
    CONFUSIONS: LocalizedText("Những cặp hay nhầm", "My confusions"),
}
CHANNELS: Final = {
    "LU": LocalizedText("Kinh Phế (LU)", "Lung channel (LU)"),
    "LI": LocalizedText("Kinh Đại trường (LI)", "Large Intestine channel (LI)"),
    "ST": LocalizedText("Kinh Vị (ST)", "Stomach channel (ST)"),
    "SP": LocalizedText("Kinh Tỳ (SP)", "Spleen channel (SP)"),
    "HT": LocalizedText("Kinh Tâm (HT)", "Heart channel (HT)"),
    "SI": LocalizedText("Kinh Tiểu trường (SI)", "Small Intestine channel (SI)"),
    "BL": LocalizedText("Kinh Bàng quang (BL)", "Bladder channel (BL)"),
    "KI": LocalizedText("Kinh Thận (KI)", "Kidney channel (KI)"),
    "PC": LocalizedText("Kinh Tâm bào (PC)", "Pericardium channel (PC)"),
    "TE": LocalizedText("Kinh Tam tiêu (TE)", "Triple Energizer channel (TE)"),
    "GB": LocalizedText("Kinh Đởm (GB)", "Gallbladder channel (GB)"),
    "LR": LocalizedText("Kinh Can (LR)", "Liver channel (LR)"),
    "GV": LocalizedText("Mạch Đốc (GV)", "Governor Vessel (GV)"),
    "CV": LocalizedText("Mạch Nhâm (CV)", "Conception Vessel (CV)"),
    "EX-B": LocalizedText("Kỳ huyệt ở lưng (EX-B)", "Extra points of the back (EX-B)"),
}


@dataclass(frozen=True, slots=True)
class Deck:
    """What a round may ask: about these topics (points, landmarks, strokes), in this order.

    Where ``keys`` is given the deck consists of these very questions, whatever they are about.
    """

    id: str
    title: LocalizedText
    items: tuple[str, ...] = ()
    keys: frozenset[str] | None = None

    def takes(self, question: Question) -> bool:
        return self.wants(question.kind, question.item, question.topic)

    def wants(self, kind: str, item: str, topic: str) -> bool:
        """Whether a question of this kind about this item belongs to it, before it is made."""
        if self.keys is not None:
            return f"{kind}:{item}" in self.keys
        if self.id == ALL:
            return True
        return topic in self.items or item in self.items

    def topic_of(self, kind: str, item: str, topics: Iterable[str]) -> str | None:
        """The first topic by which a question belongs to it; None where it does not."""
        return next((topic for topic in topics if self.wants(kind, item, topic)), None)


def keyed_deck(deck_id: str, keys: Iterable[str]) -> Deck:
    """One of DUE, MISSES and CONFUSIONS, of the questions with these keys."""
    return Deck(deck_id, KEYED_TITLES[deck_id], keys=frozenset(keys))


def all_deck(source: QuizSource) -> Deck:
    items = (*(point.code for point in source.placed_points()), *source.catalog.strokes)
    return Deck(ALL, _ALL_TITLE, items)


def decks(source: QuizSource) -> tuple[Deck, ...]:
    """Everything; then each lesson, channel and region that holds anything to ask; one's own."""
    found = [all_deck(source), *_lessons(source), *_channels(source), *_regions(source)]
    own = [
        Deck(
            each.id,
            LocalizedText(f"Riêng: {each.name}", f"My own: {each.name}"),
            keys=frozenset(question.key for question in each.questions),
        )
        for each in source.own
    ]
    return (*(deck for deck in found if deck.items), *own)


def _lessons(source: QuizSource) -> list[Deck]:
    asked = {point.code for point in source.placed_points()}
    found = []
    for lesson in source.lessons:
        points = [code for code in dict.fromkeys(lesson.points) if code in asked]
        strokes = dict.fromkeys(step.stroke_id for step in lesson.steps)
        known = [stroke for stroke in strokes if stroke in source.catalog.strokes]
        found.append(Deck(f"lesson:{lesson.id}", lesson.name, (*points, *known)))
    return found


def _channels(source: QuizSource) -> list[Deck]:
    members: dict[str, list[str]] = {}
    for point in source.placed_points():
        if channel := channel_of(point.code):
            members.setdefault(channel, []).append(point.code)
    return [
        Deck(f"channel:{channel}", channel_title(channel), tuple(codes))
        for channel, codes in members.items()
    ]


def channel_title(channel: str) -> LocalizedText:
    """The name of a channel; a group of extra points that is not known by its letters."""
    return CHANNELS.get(channel) or LocalizedText(f"Nhóm {channel}", f"Group {channel}")


def _regions(source: QuizSource) -> list[Deck]:
    points = source.placed_points()
    return [
        Deck(
            f"region:{region.id}",
            region.name,
            tuple(point.code for point in points if point.region_id == region.id),
        )
        for region in source.catalog.body_regions.values()
    ]
