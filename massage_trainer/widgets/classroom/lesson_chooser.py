"""Which lesson the class does, and how its hour is planned."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.sheet_head import SheetHead, sheet_edge
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.quantities import length_text
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll
from massage_trainer.widgets.toggles import WrappingRadio

if TYPE_CHECKING:
    from collections.abc import Callable

    from massage_trainer.viewmodels.library import LibraryViewModel
    from massage_trainer.widgets.classroom.pace_setup import PaceSetup
    from massage_trainer.widgets.theme import Scale


class LessonChooser(QWidget):
    """The lessons on the left, the plan of the one that is chosen on the right.

    Signals:
        left: nothing is put on.
    """

    left = Signal()

    def __init__(
        self,
        library: LibraryViewModel,
        setup: PaceSetup,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("class-lessons")
        self._library = library
        self._language = language
        self._chosen = ""
        self._group = QButtonGroup(self)
        self._rows: dict[str, WrappingRadio] = {}
        self._title = TextBlock(2.8, "accent", QFont.Weight.DemiBold, self)
        self._hour = TextBlock(2.8, "accent", QFont.Weight.DemiBold, self)
        self._scroll = TextScroll(self)
        self._columns = QHBoxLayout()
        self._font_px = 14
        self.resume = Button(ButtonKind.PLAIN, Icon.PLAY, self)
        self.resume.setObjectName("class-resume")
        self.resume.hide()
        self.head = SheetHead(self, self.resume)
        self.setup = setup
        setup.setParent(self)
        self._lay_out()
        self.head.back.clicked.connect(self.left)
        library.changed.connect(self._list)
        self.retranslate()

    @property
    def rows(self) -> dict[str, WrappingRadio]:
        """The line of each lesson, by its id."""
        return self._rows

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        edge, unit = sheet_edge(scale), scale.unit
        self._whole.setContentsMargins(edge, unit, edge, 2 * unit)
        self._whole.setSpacing(unit)
        self._columns.setSpacing(5 * unit)
        self.head.set_scale(scale)
        self._scroll.set_scale(scale)
        self._scroll.column.setSpacing(scale.unit)
        self._title.set_scale(scale)
        self._hour.set_scale(scale)
        self.resume.set_text_px(scale.control_px)
        self._font_px = scale.control_px
        self._fit_rows()
        self.setup.set_scale(scale)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.head.name(self.tr("Teach a lesson"))
        self.resume.setText(self.tr("Back to the lesson that is on"))
        self._title.show_text(self.tr("Which lesson?"))
        self._hour.show_text(self.tr("How long is the hour?"))
        self._scroll.setAccessibleName(self.tr("Which lesson?"))
        self._list()
        self.setup.retranslate()

    def _lay_out(self) -> None:
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self.head)
        self._whole.addLayout(self._columns, 1)
        lessons = QVBoxLayout()
        lessons.addWidget(self._title)
        lessons.addWidget(self._scroll, 1)
        self._columns.addLayout(lessons, 5)
        plan = QVBoxLayout()
        plan.addWidget(self._hour)
        plan.addWidget(self.setup, 1)
        self._columns.addLayout(plan, 6)
        self._scroll.column.addStretch(1)
        lead_tab(self.head, self._scroll, self.setup)

    @Slot()
    def _list(self) -> None:
        cards = {card.id: card for card in self._library.cards}
        for lesson_id in [each for each in self._rows if each not in cards]:
            row = self._rows.pop(lesson_id)
            self._group.removeButton(row)
            row.deleteLater()
        for place, card in enumerate(cards.values()):
            row = self._rows.get(card.id) or self._new_row(card.id, place)
            about = self.tr("{length} · {count} steps").format(
                length=length_text(card.total_ms), count=card.steps
            )
            row.setText(f"{card.name.in_language(self._language())}\n{about}")
        if self._chosen not in cards:
            self._choose(next(iter(cards), ""))
        self._fit_rows()

    def _new_row(self, lesson_id: str, place: int) -> WrappingRadio:
        row = self._rows[lesson_id] = WrappingRadio(self._scroll.body)
        row.setObjectName(f"class-lesson-{lesson_id}")
        self._group.addButton(row)
        self._scroll.column.insertWidget(place, row)
        row.clicked.connect(partial(self._choose, lesson_id))
        lead_tab(*self._rows.values(), at=self._scroll)
        return row

    def _choose(self, lesson_id: str, *_: object) -> None:
        self._chosen = lesson_id
        if lesson_id in self._rows:
            self._rows[lesson_id].setChecked(True)
        self.setup.show_lesson(lesson_id)

    def _fit_rows(self) -> None:
        for row in self._rows.values():
            row.setFont(sized(row.font(), self._font_px))
            row.updateGeometry()
