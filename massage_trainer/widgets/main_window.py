"""The window: the library at once, the lesson page and the dialogs when they are wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from massage_trainer.widgets.library_page import LibraryPage
from massage_trainer.widgets.page_row import Page
from massage_trainer.widgets.theme import Scale
from massage_trainer.widgets.tool_row import ToolRow

if TYPE_CHECKING:  # the start of the program must not pay for what the first picture lacks
    from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QDialog

    from massage_trainer.viewmodels.library import LibraryViewModel
    from massage_trainer.viewmodels.preferences import PreferencesViewModel
    from massage_trainer.viewmodels.problems import ProblemsViewModel
    from massage_trainer.widgets.error_banner import ErrorBanner
    from massage_trainer.widgets.lesson_page import LessonPage
    from massage_trainer.widgets.partner_page import PartnerPage
    from massage_trainer.widgets.study_area import StudyArea

DEFAULT_SIZE: Final = QSize(1280, 800)
LEAST_SIZE: Final = QSize(800, 560)
MakeDialog = Callable[[QWidget], "QDialog"]


class MainWindow(QWidget):
    """Shows one page at a time under the banner of what does not work.

    Signals:
        lesson_chosen: str; open this lesson, then call ``show_lesson``.
        library_shown: the lesson page was left.
        practice_wanted: show the practice log.
        page_wanted: Page; go to one of the pages beside each other.
        closing: the window closes; save what is to be saved.
    """

    lesson_chosen = Signal(str)
    library_shown = Signal()
    practice_wanted = Signal()
    page_wanted = Signal(Page)
    closing = Signal()

    def __init__(
        self,
        library: LibraryViewModel,
        preferences: PreferencesViewModel,
        problems: ProblemsViewModel,
        thumbs: Callable[[str], QImage | None],
        make_lesson_page: Callable[[], LessonPage],
        make_teacher_dialog: MakeDialog,
        make_preferences_dialog: MakeDialog,
        make_credits_dialog: MakeDialog,
        make_keys_dialog: MakeDialog,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._preferences = preferences
        self._make_lesson_page = make_lesson_page
        self._make_teacher_dialog = make_teacher_dialog
        self._make_preferences_dialog = make_preferences_dialog
        self._make_credits_dialog = make_credits_dialog
        self._make_keys_dialog = make_keys_dialog
        self.lesson_page: LessonPage | None = None
        self._guests: list[PartnerPage | StudyArea] = []
        self._problems = problems
        self._banner: ErrorBanner | None = None
        self.library_page = LibraryPage(library, thumbs, self.language, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.library_page)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._pages, 1)
        self.setMinimumSize(LEAST_SIZE)
        self._connect()
        self._show_banner()
        self._restore_size()
        self.retranslate()
        self.library_page.focus_lesson(preferences.value.last_lesson)

    def language(self) -> str:
        """The language of the window, ``vi`` or ``en``."""
        return self._preferences.value.language

    @Slot()
    def show_lesson(self) -> None:
        """Go to the lesson page, which is built the first time; a lesson must be open."""
        if self.lesson_page is None:
            self.lesson_page = self._make_lesson_page()
            self.lesson_page.set_scale(Scale.of(self))
            tools = ToolRow(self.lesson_page)
            tools.set_small(small=True)
            self.wire_tools(tools)
            self.lesson_page.set_tools(tools)
            self.lesson_page.library_wanted.connect(self.show_library)
            self._pages.addWidget(self.lesson_page)
        self._pages.setCurrentWidget(self.lesson_page)
        self.lesson_page.setFocus()

    def show_page(self, page: PartnerPage | StudyArea) -> None:
        """Go to a page that somebody else has made."""
        page.set_scale(Scale.of(self))
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
            self._guests.append(page)
        self._pages.setCurrentWidget(page)

    @Slot()
    def show_library(self) -> None:
        """Go back to the lessons, to the one that was left."""
        if self._pages.currentWidget() is self.library_page:
            return
        self._pages.setCurrentWidget(self.library_page)
        self.library_shown.emit()
        self.library_page.refresh()
        self.library_page.focus_lesson(self._preferences.value.last_lesson)

    def show_dialog(self, make: MakeDialog) -> None:
        """Over the window, until it is closed."""
        dialog = make(self)
        dialog.exec()
        dialog.deleteLater()

    @Slot()
    def open_teacher_settings(self) -> None:
        """Show the settings of the room."""
        self.show_dialog(self._make_teacher_dialog)

    @Slot()
    def open_preferences(self) -> None:
        """Show the settings of this computer."""
        self.show_dialog(self._make_preferences_dialog)

    @Slot()
    def open_credits(self) -> None:
        """Show what the program is made of."""
        self.show_dialog(self._make_credits_dialog)

    @Slot()
    def open_keys(self) -> None:
        """Show which key does what."""
        self.show_dialog(self._make_keys_dialog)

    @Slot()
    def enter_full_screen(self) -> None:
        """Take the whole screen; a lesson goes on meanwhile."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)

    @Slot()
    def leave_full_screen(self) -> None:
        """Close what lies over the page, else give the screen back; never close the window.

        A remote has one button for this and the other way round, and presses it unasked.
        """
        from PySide6.QtCore import Qt

        page = self.lesson_page if self._pages.currentWidget() is self.lesson_page else None
        if page is not None and page.close_sheet():
            return
        if self.isFullScreen():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        elif page is not None:
            page.close_menu()

    @Slot(str)
    def choose_language(self, language: str) -> None:
        """Speak another language from now on."""
        self._preferences.update(language=language)

    @Slot()
    def switch_language(self) -> None:
        """Speak the other of the two languages."""
        self.choose_language("en" if self.language() == "vi" else "vi")

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setWindowTitle(self.tr("Massage trainer"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the whole window."""
        from PySide6.QtGui import QKeySequence

        slots: dict[str, Callable[[], object]] = {
            "Ctrl+P": self.practice_wanted.emit,
            "Ctrl+T": self.open_teacher_settings,
            "Ctrl+,": self.open_preferences,
            "Ctrl+L": self.switch_language,
            "Ctrl+Q": self.close,
            "F1": self.open_credits,
            "F11": self._toggle_full_screen,
            "Esc": self.leave_full_screen,  # where no page has taken it for itself
            **{page.key: partial(self.page_wanted.emit, page) for page in Page},
        }
        key = QKeySequence(event.keyCombination())
        slot = slots.get(key.toString(QKeySequence.SequenceFormat.PortableText))
        if slot is None:
            super().keyPressEvent(event)
        else:
            slot()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = Scale.of(self)
        self.library_page.set_scale(scale)
        if self._banner is not None:
            self._banner.set_scale(scale)
        if self.lesson_page is not None:
            self.lesson_page.set_scale(scale)
        for page in self._guests:
            if page is self._pages.currentWidget():
                page.set_scale(scale)

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = self.saveGeometry().toBase64().toStdString()
        self._preferences.update(window=geometry)
        self.closing.emit()
        super().closeEvent(event)

    def _connect(self) -> None:
        self.wire_tools(self.library_page.tools)
        self.library_page.lesson_chosen.connect(self._choose_lesson)
        self._library.changed.connect(self._show_banner)
        self._problems.changed.connect(self._show_banner)

    def wire_tools(self, tools: ToolRow) -> None:
        """Let another row of tools do what the first one does."""
        tools.show_settings(self._preferences.value)
        tools.language_chosen.connect(self.choose_language)
        tools.practice_clicked.connect(self.practice_wanted)
        tools.teacher_clicked.connect(self.open_teacher_settings)
        tools.preferences_clicked.connect(self.open_preferences)
        tools.credits_clicked.connect(self.open_credits)
        self._preferences.changed.connect(tools.show_settings)

    @Slot()
    def _show_banner(self) -> None:
        """Most starts have nothing to tell, so the banner is built when there is something."""
        if self._banner is None and (self._library.errors or self._problems.shown):
            from massage_trainer.widgets.error_banner import ErrorBanner

            self._banner = ErrorBanner(self._library, self._problems, self)
            self._banner.set_scale(Scale.of(self))
            self._column.insertWidget(0, self._banner)

    @Slot(str)
    def _choose_lesson(self, lesson_id: str) -> None:
        self._preferences.update(last_lesson=lesson_id)
        self.lesson_chosen.emit(lesson_id)

    @Slot()
    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.leave_full_screen()
        else:
            self.enter_full_screen()

    def _restore_size(self) -> None:
        """Where the window was last time, else a size that fits the screen."""
        saved = self._preferences.value.window
        if not saved or not self._restore(saved):
            room = self.screen().availableSize()
            self.resize(DEFAULT_SIZE.boundedTo(room))

    def _restore(self, saved: str) -> bool:
        from PySide6.QtCore import QByteArray

        return self.restoreGeometry(QByteArray.fromBase64(saved.encode()))
