"""The end of a round: how each question went, where all clicks were, and what comes next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.quiz.kinds import kind_of
from massage_trainer.domain.quiz.question import PlaceResponse
from massage_trainer.widgets.body_picture import BodyDrawing, BodyMark, Sign
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.detail_row import DetailLine, DetailRow, Tone
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.plate.still_picture import StillPicture
from massage_trainer.widgets.quiz.words import seconds_text
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll
from massage_trainer.widgets.theme import Scale
from massage_trainer.widgets.verdict_words import place_text

if TYPE_CHECKING:
    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.quiz.question import Question, Shot
    from massage_trainer.domain.quiz.round import QuestionResult, Summary
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.viewmodels.quiz import QuizViewModel


class EndSheet(QWidget):
    """Shows a Summary."""

    def __init__(
        self,
        quiz: QuizViewModel,
        picture: StillPicture,
        language: Callable[[], str],
        client: Callable[[], ClientBody],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self.picture = picture
        self._language = language
        self._client = client
        self._scale = Scale(720)
        self._shots: list[Shot] = []
        self._shown = 0
        self._title = TextBlock(4.2, weight=QFont.Weight.DemiBold, parent=self)
        self._line = TextBlock(2.6, parent=self)
        self._rows: list[DetailRow] = []
        self._scroll = TextScroll(self)
        self._caption = TextBlock(2.0, "muted", parent=self)
        self.before = Button(ButtonKind.PLAIN, Icon.BACK, self)
        self.before.setObjectName("picture-before")
        self.after = Button(ButtonKind.PLAIN, Icon.NEXT, self)
        self.after.setObjectName("picture-after")
        self.misses = Button(ButtonKind.PRIMARY, Icon.REPEAT, self)
        self.misses.setObjectName("only-misses")
        self.again = Button(ButtonKind.PLAIN, Icon.PLAY, self)
        self.again.setObjectName("again")
        self.other = Button(ButtonKind.QUIET, Icon.SETTINGS, self)
        self.other.setObjectName("other-round")
        self._lay_out()
        quiz.ended.connect(self.show_summary)
        self.misses.clicked.connect(quiz.only_misses)
        self.again.clicked.connect(quiz.start)
        self.other.clicked.connect(quiz.to_setup)
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)

    @property
    def lines(self) -> list[str]:
        """What the rows say."""
        return [row.line.text for row in self._rows if not row.isHidden()]

    @Slot()
    def show_summary(self) -> None:
        """Show how the round went."""
        summary = self._quiz.summary
        if summary is None:
            return
        clicks = _clicks(summary)
        self._shots, self._shown = list(clicks), 0
        self._say(summary)
        self._show_picture()
        first = self.misses if summary.misses else self.again
        self.misses.setVisible(bool(summary.misses))
        self._scroll.to_top()
        first.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.misses.setText(self.tr("Only the misses"))
        self.again.setText(self.tr("The same once more"))
        self.other.setText(self.tr("Another round"))
        for button, words in (
            (self.before, self.tr("Picture before")),
            (self.after, self.tr("Next picture")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        if self._quiz.summary is not None:
            self._say(self._quiz.summary)
            self._show_picture()

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self._scale = scale
        for words in (self._title, self._line, self._caption):
            words.set_scale(scale)
        for row in self._rows:
            row.set_scale(scale)
        for button in (self.before, self.after, self.misses, self.again, self.other):
            button.set_text_px(scale.control_px)
        self._scroll.set_scale(scale)
        self.picture.set_scale(scale)
        margin, gap = scale.px(2), scale.px(1)
        self._column.setContentsMargins(margin, gap, margin, margin)
        self._column.setSpacing(gap)
        self._middle.setSpacing(margin)
        self._scroll.column.setSpacing(gap)
        self._buttons.setSpacing(gap)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._line)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self._scroll, 1)
        self._scroll.column.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.picture, 1)
        under = QHBoxLayout()
        under.addWidget(self.before)
        under.addWidget(self._caption, 1)
        under.addWidget(self.after)
        right.addLayout(under)
        self._middle.addLayout(right, 1)
        self._column.addLayout(self._middle, 1)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.other)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.again)
        self._buttons.addWidget(self.misses)
        self._column.addLayout(self._buttons)

    def _say(self, summary: Summary) -> None:
        self._title.show_text(self.tr("How it went"))
        line = self.tr("{right} of {asked} right at the first try · {points} of {most} points")
        parts = [
            line.format(
                right=summary.right,
                asked=summary.asked,
                points=summary.points,
                most=summary.most_points,
            )
        ]
        if self._quiz.setup.wish.timed:
            parts.append(self.tr("time: {time}").format(time=seconds_text(summary.time_ms)))
        self._line.show_text(" · ".join(parts))
        self.setAccessibleName(f"{self._title.text()}. {self._line.text()}")
        while len(self._rows) < len(summary.results):
            row = DetailRow(2.2, self)
            row.set_scale(self._scale)
            self._scroll.column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(summary.results))
            if number < len(summary.results):
                row.show_line(self._result_line(summary.results[number]))

    def _result_line(self, result: QuestionResult) -> DetailLine:
        question, language = result.question, self._language()
        name = self._item_text(question)
        kind = kind_of(question.kind)
        title = kind.title.in_language(language) if kind else question.kind
        if result.was_right:
            icon, tone, how = Icon.CHECK, Tone.SOFT, self.tr("right at the first try")
        elif any(result.tries):
            icon, tone = Icon.NEAR, Tone.CAUTION
            how = self.tr("right after {count} tries").format(count=min(filter(None, result.tries)))
        else:
            icon, tone, how = Icon.CLOSE, Tone.DANGER, self.tr("not right")
        if len(result.tries) > 1:
            how = self.tr("{how}; asked {count} times").format(how=how, count=len(result.tries))
        text = self.tr("{name} · {kind}: {how}").format(name=name, kind=title, how=how)
        return DetailLine(icon, "", text, tone=tone)

    def _item_text(self, question: Question) -> str:
        """A point or landmark by name; anything else by what was asked."""
        catalog, language = self._quiz.setup.source.catalog, self._language()
        if question.item in catalog.points or question.item in catalog.landmarks:
            return place_text(question.item, catalog, language)
        known = catalog.strokes.get(question.item) or catalog.zones.get(question.item)
        return (known.name if known else question.prompt).in_language(language)

    def _show_picture(self) -> None:
        """Where the clicks in one picture were, and where they should have been."""
        summary = self._quiz.summary
        many = len(self._shots) > 1
        for widget in (self.picture, self._caption):
            widget.setVisible(bool(self._shots))
        self.before.setVisible(many)
        self.after.setVisible(many)
        if summary is None or not self._shots:
            return
        shot = self._shots[self._shown]
        clicks, language = _clicks(summary)[shot], self._language()
        catalog = self._quiz.setup.source.catalog
        verdicts = {
            (verdict.site, verdict.side): place_text(verdict.target.code, catalog, language)
            for answer in summary.answers
            for verdict in [answer.outcome.verdict]
            if answer.question.shot == shot and verdict is not None and verdict.site
        }
        right = [BodyMark(Sign.RIGHT, name, *site) for site, name in verdicts.items()]
        self.picture.show_shot(shot, self._client())
        found = [self._at(click) for click in clicks]
        seen = [at for at in found if at is not None]
        own = [BodyMark(Sign.OWN, at=at) for at in seen]
        self.picture.draw(BodyDrawing(marks=(*own, *right), heat=tuple(seen)))
        words = self.tr("All your clicks; rings are the right places.")
        if many:
            count = self.tr("Picture {number} of {count}.").format(
                number=self._shown + 1, count=len(self._shots)
            )
            words = f"{words} {count}"
        self._caption.show_text(words)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.canvas.setAccessibleDescription(words)

    def _at(self, click: PlaceResponse) -> Fraction | None:
        """Where it was in the picture; a turned body may have shown what the picture does not."""
        if click.at is None and click.place is not None:
            return self.picture.fraction_of(click.place)
        return click.at

    @Slot()
    def _go_back(self) -> None:
        self._shown = (self._shown - 1) % len(self._shots)
        self._show_picture()

    @Slot()
    def _go_on(self) -> None:
        self._shown = (self._shown + 1) % len(self._shots)
        self._show_picture()


def _clicks(summary: Summary) -> dict[Shot, list[PlaceResponse]]:
    """All confirmed places by picture, the picture with the most of them first."""
    found: dict[Shot, list[PlaceResponse]] = {}
    for answer in summary.answers:
        response, shot = answer.response, answer.question.shot
        if shot is not None and isinstance(response, PlaceResponse) and response.place is not None:
            found.setdefault(shot, []).append(response)
    return dict(sorted(found.items(), key=lambda each: -len(each[1])))
