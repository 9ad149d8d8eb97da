"""Makes the papers of the program out of its lessons, decks and pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from massage_trainer.domain.paper.handout import handout
from massage_trainer.domain.paper.point_sheet import PointSheets
from massage_trainer.domain.quiz.deck import decks
from massage_trainer.domain.quiz.source import QuizSource
from massage_trainer.services.export.deck_content import find_deck
from massage_trainer.services.export.whole_file import ExportError
from massage_trainer.services.lesson_contents import lesson_contents
from massage_trainer.services.paper.letters import register_letters
from massage_trainer.services.paper.pdf import set_paper
from massage_trainer.services.paper.pictured import PaperPictures
from massage_trainer.services.resources import assets_dir
from massage_trainer.widgets.plate.printed import decorate

if TYPE_CHECKING:
    from massage_trainer.domain.paper.model import Paper
    from massage_trainer.domain.plate import PlateIndex
    from massage_trainer.domain.ports import LessonSource
    from massage_trainer.domain.protocol import Protocol
    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.teacher import TeacherChoices
    from massage_trainer.services.paper.pages import SetPaper


class PaperMaker:
    """``settled`` gives a lesson with the teacher's choices; Qt's letters must be there."""

    def __init__(
        self,
        lessons: LessonSource,
        settled: Callable[[str], Protocol],
        choices: Callable[[], TeacherChoices],
        index: PlateIndex,
    ) -> None:
        self._lessons = lessons
        self._settled = settled
        self._choices = choices
        self._index = index
        self._plates = assets_dir() / "plates"
        register_letters(assets_dir() / "fonts")

    def handout(self, lesson: str, language: str) -> Paper:
        """Raises TrainerError for an unknown or a broken lesson."""
        pictures = PaperPictures(self._plates, self._index, language)
        catalog, choices = self._lessons.catalog(), self._choices()
        return handout(self._settled(lesson), catalog, choices, language, pictures.of_step)

    def point_decks(self) -> tuple[Deck, ...]:
        """Those with points, in the order of the quiz."""
        points = self._lessons.catalog().points
        return tuple(
            deck for deck in decks(self._source()) if any(item in points for item in deck.items)
        )

    def point_sheets(self, deck_id: str) -> PointSheets:
        """Raises ExportError for an unknown deck, and for one of which no picture shows a point."""
        deck = find_deck(self._source(), deck_id)
        points = self._lessons.catalog().points
        wanted = [points[item] for item in deck.items if item in points]
        pictures = PaperPictures(self._plates, self._index, "")
        sheets = PointSheets(deck.id, deck.title, wanted, pictures.point_views)
        if sheets.is_empty:
            raise ExportError(
                f"Bộ {deck.id!r} không có huyệt nào thấy được trong ảnh.",
                f"The deck {deck.id!r} holds no point that a picture shows.",
            )
        return sheets

    def set(self, paper: Paper) -> SetPaper:
        """On its pages, ready to be written or printed."""
        return set_paper(paper, self._plates, decorate)

    def _source(self) -> QuizSource:
        """Without pictures and judges: only which points belong to which deck is asked."""
        lessons = tuple(lesson_contents(self._lessons, self._settled))
        return QuizSource(self._lessons.catalog(), lessons)
