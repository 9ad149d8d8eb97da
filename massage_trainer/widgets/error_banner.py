"""The banner over the page: mistakes in lesson files, and troubles of the surroundings."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from massage_trainer.viewmodels.library import LibraryViewModel
from massage_trainer.viewmodels.problems import ProblemsViewModel
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.panel import Panel, PanelKind
from massage_trainer.widgets.problem_words import problem_text
from massage_trainer.widgets.theme import Scale

_LINES_SHOWN = 6


class ErrorBanner(QWidget):
    """Tells what does not work while everything else does; hidden when there is nothing."""

    def __init__(
        self,
        library: LibraryViewModel,
        problems: ProblemsViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._problems = problems
        self._troubles = Panel(PanelKind.CAUTION, self)
        self._trouble_words = _caution_label("problems", self._troubles)
        self._dismiss = Button(ButtonKind.QUIET, Icon.CLOSE, self._troubles)
        self._dismiss.setObjectName("dismiss-problems")
        self._mistakes = Panel(PanelKind.CAUTION, self)
        self._mistake_words = _caution_label("mistakes", self._mistakes)
        self._details = Button(ButtonKind.PLAIN, Icon.DOWN, self._mistakes)
        self._details.setObjectName("mistake-details")
        self._details.setCheckable(True)
        self._copy = Button(ButtonKind.PLAIN, Icon.COPY, self._mistakes)
        self._copy.setObjectName("copy-mistakes")
        self._list = QPlainTextEdit(self._mistakes)
        self._list.setObjectName("mistake-list")
        self._list.setReadOnly(True)
        self._list.setTabChangesFocus(True)
        self._list.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._list.hide()
        self._padding = 0
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def has_news(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._library.errors or self._problems.shown)

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        for label in (self._trouble_words, self._mistake_words):
            label.setFont(sized(label.font(), scale.control_px))
        for button in (self._dismiss, self._details, self._copy):
            button.set_text_px(scale.caption_px)
        self._list.setFont(sized(self._list.font(), scale.caption_px))
        self._padding = 4 * scale.unit
        self._fit_list()
        unit = scale.unit
        self._column.setContentsMargins(4 * unit, 2 * unit, 4 * unit, 0)
        self._column.setSpacing(unit)
        for panel in (self._troubles, self._mistakes):
            panel.set_radius(scale.radius)
            layout = panel.layout()
            if layout is not None:
                layout.setContentsMargins(2 * unit, unit, unit, unit)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        errors = self._library.errors
        self._mistake_words.setText(
            self.tr("%n mistake(s) in lesson files. The other lessons work.", None, len(errors))
        )
        self._list.setPlainText("\n".join(errors))
        self._fit_list()
        self._list.setAccessibleName(self.tr("Mistakes in lesson files"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setToolTip(self.tr("Copy all lines to the clipboard"))
        self._dismiss.setAccessibleName(self.tr("Close this message"))
        self._dismiss.setToolTip(self.tr("Close this message"))
        self._name_details(shown=self._details.isChecked())
        self._trouble_words.setText("\n".join(problem_text(p) for p in self._problems.shown))
        self._mistakes.setVisible(bool(errors))
        self._troubles.setVisible(bool(self._problems.shown))
        self.setVisible(self.has_news)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        troubles = QHBoxLayout(self._troubles)
        troubles.addWidget(self._trouble_words, 1)
        troubles.addWidget(self._dismiss, 0, Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.addWidget(self._mistake_words, 1)
        line.addWidget(self._copy)
        line.addWidget(self._details)
        mistakes = QVBoxLayout(self._mistakes)
        mistakes.addLayout(line)
        mistakes.addWidget(self._list)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._troubles)
        self._column.addWidget(self._mistakes)

    def _connect(self) -> None:
        self._library.changed.connect(self.retranslate)
        self._problems.changed.connect(self.retranslate)
        self._dismiss.clicked.connect(self._problems.dismiss)
        self._details.toggled.connect(self._show_details)
        self._copy.clicked.connect(self._copy_lines)

    @Slot(bool)
    def _show_details(self, shown: bool) -> None:  # noqa: FBT001 - a slot of toggled(bool)
        self._list.setVisible(shown)
        self._name_details(shown=shown)

    def _fit_list(self) -> None:
        """As high as its lines, up to a few; then it scrolls."""
        lines = min(len(self._library.errors) + 1, _LINES_SHOWN)
        spacing = QFontMetrics(self._list.font()).lineSpacing()
        self._list.setFixedHeight(lines * spacing + self._padding)

    def _name_details(self, *, shown: bool) -> None:
        self._details.set_icon(Icon.UP if shown else Icon.DOWN)
        self._details.setText(self.tr("Hide the list") if shown else self.tr("Show the list"))

    @Slot()
    def _copy_lines(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._library.errors))


def _caution_label(name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setForegroundRole(QPalette.ColorRole.ToolTipText)
    return label
