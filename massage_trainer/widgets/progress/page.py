"""The page of progress: what is learnt, how well places are found, and what to do about it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QImage, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.quiz.deck import CONFUSIONS, DUE
from massage_trainer.domain.quiz.memory import Standing
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.fields import ChoiceBox
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.message import Message
from massage_trainer.widgets.panel import Panel, PanelKind
from massage_trainer.widgets.progress.card import ChartCard
from massage_trainer.widgets.progress.charts import (
    BODY_PLATE,
    body_chart,
    confusion_chart,
    day_chart,
    forecast_chart,
    region_chart,
    target_chart,
)
from massage_trainer.widgets.progress.words import advice, aim_note, points_text
from massage_trainer.widgets.study_area import StudyPage
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from massage_trainer.domain.ports import PlateSource
    from massage_trainer.domain.progress import Progress
    from massage_trainer.domain.still_places import StillPlaces
    from massage_trainer.viewmodels.progress import ProgressViewModel
    from massage_trainer.widgets.file_picker import FilePicker
    from massage_trainer.widgets.progress.drawing import PictureWriter

_HIGH: Final = 34.0  # of the charts, in percent of the window's scale
_BODY_HIGH: Final = 56.0
_DECODE_STEP: Final = 200  # pixels


class ProgressPage(StudyPage):
    """Six charts under the sentences that follow from them.

    Signals:
        practise_wanted: str; the id of the deck to ask from, empty for any.
    """

    practise_wanted = Signal(str)

    def __init__(
        self,
        model: ProgressViewModel,
        plates: PlateSource[QImage],
        language: Callable[[], str],
        picker: FilePicker,
        writer: PictureWriter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self._model = model
        self._plates = plates
        self._language = language
        self._picker = picker
        self._writer = writer
        self._scale = Scale.of(self)
        self._is_read = False
        self._shown: Progress | None = None  # as the page says it now
        self._picture: tuple[int, QImage | None, StillPlaces | None] | None = None
        self._scroll = TextScroll(self)
        inside = self._scroll.body
        self._title = TextBlock(4.2, weight=QFont.Weight.DemiBold, parent=inside)
        self._summary = TextBlock(2.6, parent=inside)
        self._summary.setObjectName("summary")
        self._due = Button(ButtonKind.PRIMARY, None, inside)
        self._due.setObjectName("practise-due")
        self._advice = Panel(PanelKind.SOFT, inside)
        self._advice.setObjectName("advice")
        self._advice_words = TextBlock(2.4, parent=self._advice)
        self._drill = Button(ButtonKind.PLAIN, None, self._advice)
        self._drill.setObjectName("practise-confusions")
        self._message = Message(self._scale, self)
        self._message.setObjectName("saved")
        self.body = ChartCard("body", _BODY_HIGH, inside)
        self.regions = ChartCard("regions", _BODY_HIGH, inside)
        self.target = ChartCard("target", _HIGH + 6, inside)
        self.confused = ChartCard("confused", _HIGH + 6, inside)
        self.days = ChartCard("days", _HIGH, inside)
        self.forecast = ChartCard("forecast", _HIGH, inside)
        self._whose = ChoiceBox(self.target)
        self._whose.setObjectName("whose-aim")
        self._whose.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.target.add_control(self._whose)
        self._nothing = QWidget(inside)
        self._nothing_words = TextBlock(3.0, parent=self._nothing)
        self._nothing_words.setObjectName("nothing-yet")
        self._begin = Button(ButtonKind.PRIMARY, None, self._nothing)
        self._begin.setObjectName("begin")
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def cards(self) -> tuple[ChartCard, ...]:
        return (self.body, self.regions, self.target, self.confused, self.days, self.forecast)

    @property
    def message(self) -> str:
        """What was last told about a file."""
        return self._message.text

    def arrive(self) -> None:
        """Read what was answered meanwhile."""
        self._message.hide()
        self._is_read = True
        self._model.read()
        if self._shown is not self._model.progress:
            self.show_all()
        wanted = (self._begin, self._due, self._scroll)
        next(each for each in wanted if each.isVisibleTo(self)).setFocus()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        unit = scale.unit
        self._scroll.set_scale(scale)
        self._outer.setContentsMargins(4 * unit, 0, 0, 0)
        self._told.setContentsMargins(0, 0, 4 * unit, 0)
        self._scroll.column.setContentsMargins(0, unit, 4 * unit, 4 * unit)
        self._scroll.column.setSpacing(2 * unit)
        self._grid.setSpacing(2 * unit)
        self._top.setSpacing(2 * unit)
        self._advice.set_radius(scale.radius)
        self._advice_row.setContentsMargins(2 * unit, unit, 2 * unit, unit)
        self._empty_column.setSpacing(2 * unit)
        self._empty_column.setContentsMargins(0, 0, 0, 0)
        for block in (self._title, self._summary, self._advice_words, self._nothing_words):
            block.set_scale(scale)
        for button in (self._due, self._drill, self._begin):
            button.set_text_px(scale.control_px)
        self._whose.setFont(sized(self.font(), scale.caption_px))
        for card in self.cards:
            card.set_scale(scale)

    def retranslate(self) -> None:
        self._title.show_text(self.tr("Progress"))
        self._nothing_words.show_text(
            self.tr(
                "Nothing yet: answer a round of questions, and this page shows what you know,"
                " how near your places are, and what comes back when."
            )
        )
        self._begin.setText(self.tr("To the quiz"))
        self._drill.setText(self.tr("Drill these pairs"))
        self._scroll.setAccessibleName(self.tr("Progress"))
        self._whose.setAccessibleName(self.tr("Whose places"))
        self._message.hide()
        self._shown = None
        if self._is_read:
            self.show_all()

    @Slot()
    def show_all(self) -> None:
        """Show everything that was read last."""
        progress = self._shown = self._model.progress
        for part in (*self.cards, self._summary):
            part.setVisible(not progress.is_empty)
        self._nothing.setVisible(progress.is_empty)
        self._due.setVisible(progress.due > 0)
        self._advice.setVisible(False)
        if progress.is_empty:
            return
        self._summary.show_text(
            self.tr("{mastered} mastered, {learning} learning, {new} new").format(
                mastered=progress.count(Standing.MASTERED),
                learning=progress.count(Standing.LEARNING),
                new=progress.count(Standing.NEW),
            )
        )
        self._due.setText(self.tr("%n due today: practise", None, progress.due))
        self._show_advice()
        self._show_body()
        self._show_target()
        self._show_others()
        for card in self.cards:
            card.name_buttons(self.tr("Numbers"), self.tr("Save picture…"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_read and not self._model.progress.is_empty:
            self._show_body()

    def _show_advice(self) -> None:
        progress, language = self._model.progress, self._language()
        sentences = advice(progress, self._model.catalog, language)
        self._advice_words.show_text("\n".join(sentences))
        self._drill.setVisible(bool(progress.confusions))
        self._advice.setVisible(bool(sentences))

    def _show_body(self) -> None:
        progress, language = self._model.progress, self._language()
        chart = body_chart(progress, self._model.catalog, *self._body_picture(), language)
        note = self.tr(
            "Full: mastered, half full: learning, empty: new. The letters are those of the list."
        )
        self.body.show_chart(chart, self.tr("What you know, on the body"), note)

    def _body_picture(self) -> tuple[QImage | None, StillPlaces | None]:
        """Decoded at least as large as it is shown, and not again for every size of the window."""
        wanted = self._scale.px(_BODY_HIGH) * self.devicePixelRatioF()
        high = -(-int(wanted) // _DECODE_STEP) * _DECODE_STEP
        if self._picture is None or self._picture[0] != high:
            still = self._plates.index.still(BODY_PLATE)
            picture = self._plates.picture(still, 2 * high, high) if still else None
            found = picture if isinstance(picture, QImage) else None
            self._picture = high, found, self._plates.places(still) if still else None
        return self._picture[1:]

    def _show_target(self) -> None:
        progress, aim = self._model.progress, self._model.aim
        self._whose.clear()
        for each in progress.aims:
            self._whose.addItem(points_text(each.axes))
        if aim is not None:
            self._whose.setCurrentIndex(progress.aims.index(aim))
        self._whose.setVisible(len(progress.aims) > 1)
        title = self.tr("How near your places are")
        if aim is None or not aim.places:
            self.target.show_chart(
                None, title, "", self.tr("No place of a point has been shown yet.")
            )
        else:
            self.target.show_chart(target_chart(aim), title, aim_note(aim))

    def _show_others(self) -> None:
        progress, language = self._model.progress, self._language()
        self.regions.show_chart(region_chart(progress, language), self.tr("Region by region"), "")
        self.confused.show_chart(
            confusion_chart(progress, self._model.catalog, language),
            self.tr("What you take for what"),
            "",
            self.tr("You have not taken one thing for another yet."),
        )
        self.days.show_chart(
            day_chart(progress), self.tr("Questions answered in the last 30 days"), ""
        )
        self.forecast.show_chart(
            forecast_chart(progress), self.tr("Falling due in the next 30 days"), ""
        )

    def _save(self, card: ChartCard) -> None:
        title = card.title.text()
        kinds = self.tr("Pictures (*.png);;Drawings (*.svg)")
        path = self._picker.to_save(self, title, f"{card.objectName()}.png", kinds)
        if path is None:
            return
        path = path if path.suffix else Path(f"{path}.png")
        try:
            self._writer.write(path, card.file_size, title, card.draw_file)
        except TrainerError as error:
            self._message.warn(str(error))
        else:
            self._message.tell(self.tr("Saved: {path}").format(path=path))

    def _connect(self) -> None:
        self._model.changed.connect(self.show_all)
        self._model.aim_changed.connect(self._show_aim)
        self._whose.activated.connect(self._model.choose_aim)
        self._due.clicked.connect(partial(self.practise_wanted.emit, DUE))
        self._drill.clicked.connect(partial(self.practise_wanted.emit, CONFUSIONS))
        self._begin.clicked.connect(partial(self.practise_wanted.emit, ""))
        for card in self.cards:
            card.save_wanted.connect(partial(self._save, card))

    @Slot()
    def _show_aim(self) -> None:
        self._show_target()

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self._title)
        self._top.addWidget(self._summary, 1)
        self._top.addWidget(self._due)
        self._summary.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._advice_row = QHBoxLayout(self._advice)
        self._advice_row.addWidget(self._advice_words, 1)
        self._advice_row.addWidget(self._drill)
        self._grid = QGridLayout()
        self._grid.addWidget(self.body, 0, 0, 1, 11)
        self._grid.addWidget(self.regions, 0, 11, 1, 9)
        pairs = ((self.target, self.confused), (self.days, self.forecast))
        for row, (left, right) in enumerate(pairs, start=1):
            self._grid.addWidget(left, row, 0, 1, 10)
            self._grid.addWidget(right, row, 10, 1, 10)
        for number in range(20):
            self._grid.setColumnStretch(number, 1)
        self._empty_column = QVBoxLayout(self._nothing)
        self._empty_column.addWidget(self._nothing_words)
        self._empty_column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        column = self._scroll.column
        column.addLayout(self._top)
        column.addWidget(self._nothing)
        column.addWidget(self._advice)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._outer = QVBoxLayout(self)
        self.setTabOrder(self.regions.save, self._whose)
        self.setTabOrder(self._whose, self.target.canvas)
        self._told = QHBoxLayout()
        self._told.addWidget(self._message)
        self._outer.addLayout(self._told)
        self._outer.addWidget(self._scroll, 1)
