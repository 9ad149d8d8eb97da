"""The practice log: hours per technique, and every lesson that was done."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.record import Company, Practice, TechniqueTime
from massage_trainer.viewmodels.practice import PracticeViewModel
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.detail_column import DetailColumn
from massage_trainer.widgets.detail_row import DetailLine
from massage_trainer.widgets.file_picker import FilePicker
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.message import Message
from massage_trainer.widgets.quantities import duration_text, length_text
from massage_trainer.widgets.scaled_dialog import ScaledDialog
from massage_trainer.widgets.step_lines import SEPARATOR
from massage_trainer.widgets.tab_bar import QuietTabBar
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.text_block import TextBlock

FILE_NAME: Final = "massage-practice.csv"
_SHOWN: Final = 200  # lessons; the table for spreadsheets has them all


class PracticeDialog(ScaledDialog):
    """Two sheets, and a button that writes everything as a table."""

    def __init__(
        self,
        practice: PracticeViewModel,
        language: Callable[[], str],
        picker: FilePicker,
        parent: QWidget,
    ) -> None:
        super().__init__(QSize(120, 90), parent)
        self._practice = practice
        self._language = language
        self._picker = picker
        self._total = TextBlock(2.6, weight=QFont.Weight.DemiBold, parent=self)
        self._total.setObjectName("total")
        self._techniques = DetailColumn(2.4, self)
        self._techniques.setObjectName("techniques")
        self._lessons = DetailColumn(2.4, self)
        self._lessons.setObjectName("practices")
        self._tabs = QTabWidget(self)
        self._tabs.setTabBar(QuietTabBar(self._tabs))
        self._tabs.setDocumentMode(True)
        for sheet in (self._techniques, self._lessons):
            page = QWidget(self._tabs)
            inside = QVBoxLayout(page)
            inside.setContentsMargins(0, 2 * self.scale.unit, 0, 0)
            inside.addWidget(sheet)
            self._tabs.addTab(page, "")
        self._save = Button(ButtonKind.PLAIN, Icon.LIST, self)
        self._save.setObjectName("save-table")
        self._save.clicked.connect(self._write)
        self._message = Message(self.scale, self)
        row = QHBoxLayout()
        row.addWidget(self._save)
        row.addStretch(1)
        self.column.addWidget(self._total)
        self.column.addWidget(self._tabs, 1)
        self.column.addWidget(self._message)
        self.column.addLayout(row)
        for part in (self._total, self._techniques, self._lessons):
            part.set_scale(self.scale)
        self.add_close_button()
        lead_tab(self._tabs.tabBar(), self._techniques, self._lessons, self._save)

    @property
    def message(self) -> str:
        """What was last told about the table."""
        return self._message.text

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Practice log"))
        self._tabs.setTabText(0, self.tr("Techniques"))
        self._tabs.setTabText(1, self.tr("Lessons done"))
        self._techniques.setAccessibleName(self.tr("Time per technique"))
        self._lessons.setAccessibleName(self.tr("Lessons done"))
        self._save.setText(self.tr("Save as a table (CSV)…"))
        self._show()

    def _show(self) -> None:
        techniques, practices = self._practice.techniques, self._practice.practices
        total = sum(time.total_ms for time in techniques)
        if total:
            words = self.tr("Hands at work: {time}").format(time=length_text(total))
        else:
            words = self.tr("Nothing has been practised yet.")
        self._total.show_text(words)
        self._techniques.show_lines(tuple(self._technique(time) for time in techniques))
        self._lessons.show_lines(tuple(self._lesson(each) for each in practices[:_SHOWN]))
        self._save.setEnabled(bool(practices))

    def _technique(self, time: TechniqueTime) -> DetailLine:
        name = self._practice.technique_name(time.stroke).in_language(self._language())
        parts = [duration_text(_whole(time.total_ms))]
        if time.together_ms:
            together = self.tr("{time} with somebody on the table")
            parts.append(together.format(time=duration_text(_whole(time.together_ms))))
        return DetailLine(Icon.HAND, name, SEPARATOR.join(parts))

    def _lesson(self, practice: Practice) -> DetailLine:
        name = self._practice.lesson_name(practice.lesson).in_language(self._language())
        parts = [name, duration_text(_whole(practice.work_ms)), self._company(practice.company)]
        if not practice.finished:
            parts.append(self.tr("not finished"))
        if practice.skipped:
            parts.append(self.tr("%n skipped", None, practice.skipped))
        if practice.stops:
            parts.append(self.tr("%n × “stop, it hurts”", None, practice.stops))
        icon = Icon.WARNING if practice.stops else Icon.CHECK
        text = SEPARATOR.join(part for part in parts if part)
        return DetailLine(icon, _moment(practice.began), text)

    def _company(self, company: Company) -> str:
        match company:
            case Company.ALONE:
                return self.tr("alone")
            case Company.CLASS:
                return self.tr("in class")
            case Company.NEW_PARTNER | Company.SAME_PARTNER:
                return self.tr("with a partner")
            case Company.UNKNOWN:
                return ""

    @Slot()
    def _write(self) -> None:
        path = self._picker.to_save(
            self, self.tr("Save the practice log"), FILE_NAME, self.tr("Tables (*.csv)")
        )
        if path is None:
            return
        try:
            self._practice.export_to(path, self._headings(), self._language())
        except TrainerError as error:
            self._message.warn(str(error))
        else:
            self._message.tell(self.tr("Saved: {path}").format(path=path))

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("Number"),
            self.tr("Time (UTC)"),
            self.tr("Lesson"),
            self.tr("Company"),
            self.tr("Step"),
            self.tr("Technique"),
            self.tr("Side"),
            self.tr("Point"),
            self.tr("Repetition"),
            self.tr("Planned (s)"),
            self.tr("Done (s)"),
            self.tr("Planned (times)"),
            self.tr("Done (times)"),
            self.tr("What"),
            self.tr("Detail"),
        )


def _whole(milliseconds: int) -> int:
    """Tenths of a second say nothing in a log."""
    return milliseconds // 1_000 * 1_000


def _moment(utc: str) -> str:
    """Day and minute by the clock of this place."""
    moment = QDateTime.fromString(utc, Qt.DateFormat.ISODate)
    return QLocale().toString(moment.toLocalTime(), "dd/MM/yyyy HH:mm")
