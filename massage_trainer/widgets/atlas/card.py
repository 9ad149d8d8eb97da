"""Everything about the chosen point in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massage_trainer.domain.catalog import Shown, Sure
from massage_trainer.widgets.atlas.link_row import LinkRow
from massage_trainer.widgets.atlas.words import (
    full_name,
    landmark_name,
    other_names,
    short_name,
    spoken_card,
    sure_text,
)
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.detail_row import DetailLine, DetailRow, Tone
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.viewmodels.atlas import AtlasViewModel

_ROW_PERCENT: Final = 2.2


class PointCard(TextScroll):
    """Names, how to find it, what to mind, where else it leads, and how sure all that is.

    Signals:
        left_for: str; another point of the same level was pressed.
    """

    left_for = Signal(str)

    def __init__(
        self,
        atlas: AtlasViewModel,
        language: Callable[[], str],
        sees: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        """``sees`` says whether the picture shows a landmark or point on the chosen side."""
        super().__init__(parent)
        self.setObjectName("point-card")
        self._sees = sees
        self._atlas = atlas
        self._language = language
        self._scale = Scale(720)
        self.title = TextBlock(3.2, weight=QFont.Weight.DemiBold, parent=self.body)
        self._names = TextBlock(2.2, "muted", parent=self.body)
        self._gloss = TextBlock(2.0, "muted", parent=self.body)
        self.show_how = self._button("find", ButtonKind.PRIMARY, Icon.TARGET)
        self.back = self._button("find-back", ButtonKind.PLAIN, Icon.BACK)
        self.next = self._button("find-next", ButtonKind.PRIMARY, Icon.NEXT)
        self.done = self._button("find-done", ButtonKind.QUIET, Icon.CLOSE)
        self.speak = self._button("speak", ButtonKind.QUIET, Icon.SPEAKER)
        self._step = DetailRow(2.4, self.body)
        self._rows: list[DetailRow] = []
        self._level = LinkRow(self.body)
        self._lessons = LinkRow(self.body)
        self._lay_out()
        self._connect()
        self.retranslate()

    @Slot()
    def show_point(self) -> None:
        """Show the chosen point, or what can be done here."""
        code, atlas, language = self._atlas.code, self._atlas.atlas, self._language()
        point = atlas.point(code)
        if not code:
            self.title.show_text(self._hint_title())
            self._names.show_text(self._hint())
        else:
            self.title.show_text(full_name(atlas, code, language))
            self._names.show_text(other_names(atlas, code, language))
        self._gloss.show_text(point.gloss.in_language(language) if point else "")
        self._gloss.setVisible(point is not None)
        self._show_rows(tuple(self._lines(point)) if point else tuple(self._not_taught(code)))
        level = (
            [(c, short_name(atlas, c, language)) for c in atlas.level_points(code)] if point else []
        )
        self._level.show_links(self._level_label(code) if point else "", level)
        lessons = atlas.lessons_of(code) if point else ()
        self._lessons.show_links(
            self.tr("Pressed in these lessons"),
            [(each.id, each.name.in_language(language)) for each in lessons],
        )
        self.speak.setVisible(point is not None)
        self.show_step()
        self.to_top()
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(self.text)
        if code and QAccessible.isActive() and self.isVisible():
            words = f"{self.title.text()}. {self._names.text()}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @Slot()
    def show_step(self) -> None:
        """Show where the finding is."""
        steps, step = self._atlas.steps, self._atlas.step
        on = 0 <= step < len(steps)
        self.show_how.setVisible(bool(steps) and not on)
        for button in (self.back, self.next, self.done, self._step):
            button.setVisible(on)
        if not on:
            return
        text = steps[step].text.in_language(self._language())
        if not self._sees(steps[step].places[-1]):
            text = " ".join((text, self.tr("This picture does not show it.")))
        label = self.tr("Step {number} of {count}").format(number=step + 1, count=len(steps))
        self._step.show_line(DetailLine(Icon.TARGET, label, text, tone=Tone.SOFT))
        self._step.setAccessibleName(f"{label}. {text}")
        self.back.setEnabled(step > 0)
        self.next.setEnabled(step + 1 < len(steps))
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{label}. {text}"))

    @property
    def step_text(self) -> str:
        """What the step of the finding says."""
        return self._step.line.text

    @property
    def text(self) -> str:
        """Everything that it says, line by line."""
        parts = [self._names.text(), self._gloss.text() if self._atlas.code else ""]
        for row in self._rows:
            if not row.isHidden():
                line = row.line
                parts.append(f"{line.label}: {line.text}" if line.label else line.text)
        return "\n".join(part for part in parts if part)

    def set_scale(self, scale: Scale) -> None:
        super().set_scale(scale)
        self._scale = scale
        for words in (self.title, self._names, self._gloss):
            words.set_scale(scale)
        for row in (self._step, *self._rows):
            row.set_scale(scale)
        for links in (self._level, self._lessons):
            links.set_scale(scale)
        for button in (self.show_how, self.back, self.next, self.done, self.speak):
            button.set_text_px(scale.control_px)
        self.column.setSpacing(scale.unit)
        self.column.setContentsMargins(scale.unit, 0, 2 * scale.unit, scale.unit)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.show_how.setText(self.tr("Show me how to find it"))
        self.back.setText(self.tr("Back"))
        self.next.setText(self.tr("Next step"))
        self.done.setAccessibleName(self.tr("End"))
        self.done.setToolTip(self.tr("End"))
        self.speak.setText(self.tr("Read aloud"))
        self.show_point()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lines(self, point: Acupoint) -> Iterator[DetailLine]:
        atlas, language = self._atlas.atlas, self._language()
        yield DetailLine(Icon.HAND, self.tr("Find it by hand"), point.find.in_language(language))
        if point.shown is Shown.TEXT:
            words = self.tr("This point is told in words alone, no picture shows it.")
            yield DetailLine(Icon.INFO, "", words)
        for text in atlas.cautions(point.code):
            yield DetailLine(
                Icon.WARNING, self.tr("Mind"), text.in_language(language), tone=Tone.CAUTION
            )
        for text in atlas.pregnancy(point.code):
            yield DetailLine(
                Icon.STOP, self.tr("Pregnancy"), text.in_language(language), tone=Tone.DANGER
            )
        if point.alternative is not None:
            text = point.alternative.text
            yield DetailLine(Icon.INFO, self.tr("Others place it"), text.in_language(language))
        tone = Tone.PAPER if point.sure is Sure.HIGH else Tone.CAUTION
        yield DetailLine(Icon.CHECK, self.tr("How sure"), sure_text(point.sure), tone=tone)
        yield DetailLine(Icon.BOOK, self.tr("Source"), point.source.in_language(language))

    def _not_taught(self, code: str) -> Iterator[DetailLine]:
        if code:
            words = self.tr(
                "This point is known by name, but it is not in the atlas: it lies elsewhere than "
                "on the back, the buttock and the back and side of the leg."
            )
            yield DetailLine(Icon.INFO, "", words)

    def _show_rows(self, lines: tuple[DetailLine, ...]) -> None:
        while len(self._rows) < len(lines):
            row = DetailRow(_ROW_PERCENT, self.body)
            row.set_scale(self._scale)
            row.put_label_above()
            self.column.insertWidget(self.column.indexOf(self._level), row)
            self._rows.append(row)
        for number, row in enumerate(self._rows):
            if number < len(lines):
                row.show_line(lines[number])
                line = lines[number]
                row.setAccessibleName(f"{line.label}: {line.text}" if line.label else line.text)
            row.setVisible(number < len(lines))

    def _level_label(self, code: str) -> str:
        atlas = self._atlas.atlas
        marks = atlas.level_landmarks(code)
        names = ", ".join(landmark_name(atlas, mark, self._language()) for mark in marks)
        if not names:
            return self.tr("At the same level")
        return self.tr("At the same level: {landmarks}").format(landmarks=names)

    def _hint_title(self) -> str:
        if self._atlas.covered:
            return self.tr("Names are covered")
        return self.tr("Choose a point")

    def _hint(self) -> str:
        if self._atlas.covered:
            return self.tr("Say the name of a point, then press it: it tells you its own.")
        return self.tr(
            "Type a name or a code, press a point of the picture, or go through the list."
        )

    def _connect(self) -> None:
        atlas = self._atlas
        atlas.chosen.connect(self.show_point)
        atlas.drawn.connect(self.show_step)
        self.show_how.clicked.connect(self._begin)
        self.next.clicked.connect(self._go_on)
        self.back.clicked.connect(self._go_back)
        self.done.clicked.connect(self._end)
        self.speak.clicked.connect(self._speak)
        self._level.chosen.connect(self.left_for)
        self._lessons.chosen.connect(atlas.lesson_wanted)

    @Slot()
    def _begin(self) -> None:
        self._atlas.find(0)
        self.next.setFocus()

    @Slot()
    def _go_on(self) -> None:
        self._atlas.find(self._atlas.step + 1)
        if not self.next.isEnabled():
            self.done.setFocus()

    @Slot()
    def _go_back(self) -> None:
        self._atlas.find(max(0, self._atlas.step - 1))

    @Slot()
    def _end(self) -> None:
        self._atlas.find(-1)
        self.show_how.setFocus()

    @Slot()
    def _speak(self) -> None:
        steps, step = self._atlas.steps, self._atlas.step
        words = steps[step].text if step >= 0 else spoken_card(self._atlas.atlas, self._atlas.code)
        if words is not None:
            self._atlas.speak(words)

    def _lay_out(self) -> None:
        self._doing = QHBoxLayout()
        for button in (self.show_how, self.back, self.next, self.done):
            self._doing.addWidget(button)
        self._doing.addStretch(1)
        for widget in (self.title, self._names, self._gloss):
            self.column.addWidget(widget)
        self.column.addLayout(self._doing)
        self.column.addWidget(self._step)
        self.column.addWidget(self._level)
        self.column.addWidget(self._lessons)
        last = QHBoxLayout()
        last.addWidget(self.speak)
        last.addStretch(1)
        self.column.addLayout(last)
        self.column.addStretch(1)
        self._step.put_label_above()
        lead_tab(self.speak, at=self._lessons)

    def _button(self, name: str, kind: ButtonKind, icon: Icon) -> Button:
        button = Button(kind, icon, self.body)
        button.setObjectName(name)
        return button
