"""Puts keys, sound and flashes together around one window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from massage_trainer.domain.cues import Cue
from massage_trainer.domain.keys import Action
from massage_trainer.domain.pause_menu import CHOICE_WORDS, MENU_WORDS, PauseMenu
from massage_trainer.domain.ports import SoundState
from massage_trainer.domain.problems import Problem, ProblemKind
from massage_trainer.domain.speech.line import Urgency
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.key_store import FileKeyStore
from massage_trainer.viewmodels.hands_free import HandsFreeViewModel
from massage_trainer.viewmodels.keys import KeysViewModel
from massage_trainer.viewmodels.one_shot import OneShot
from massage_trainer.viewmodels.sound import SoundViewModel
from massage_trainer.viewmodels.sound_settings import SoundSettings
from massage_trainer.widgets.flash import FlashOverlay
from massage_trainer.widgets.lesson_keys import PageKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.ports import Clock, ThemedSound
    from massage_trainer.domain.settings import Settings
    from massage_trainer.services.json_file import Report
    from massage_trainer.viewmodels.lesson import LessonViewModel
    from massage_trainer.viewmodels.library import LibraryViewModel
    from massage_trainer.viewmodels.preferences import PreferencesViewModel
    from massage_trainer.widgets.lesson_keys import Slots
    from massage_trainer.widgets.lesson_page import LessonPage
    from massage_trainer.widgets.main_window import MainWindow
    from massage_trainer.widgets.partner_page import PartnerPage

_NO_SOUND = frozenset({SoundState.NO_LIBRARY, SoundState.NO_DEVICE, SoundState.FROZEN})


class BusyHands(QObject):
    """From the first key to the last sound; knows the parts, which do not know each other."""

    def __init__(
        self,
        window: MainWindow,
        lesson: LessonViewModel,
        library: LibraryViewModel,
        preferences: PreferencesViewModel,
        report: Report,
        clock: Clock,
        data_dir: Path,
        points: Callable[[], Mapping[str, Acupoint]],
        hold_timer: OneShot | None,
        out: ThemedSound,
        parent: QObject,
    ) -> None:
        """``hold_timer`` is the real one where None is given."""
        super().__init__(parent)
        self._window = window
        self._library = library
        self._preferences = preferences
        self._report = report
        self._menu: PauseMenu | None = None
        self._out = out
        self.keys = KeysViewModel(FileKeyStore(data_dir, report), self)
        self.hands = HandsFreeViewModel(
            lesson, clock, hold_timer or OneShot(self), OneShot(self), self
        )
        self.settings = SoundSettings(self._out, self._out, preferences, self)
        language = preferences.value.language
        self.sound = SoundViewModel(lesson, self._out, points, language, self)
        self.flash = FlashOverlay(window, OneShot(self))
        self._library_keys = PageKeys(window.library_page, self.keys, self.hands, self._slots())
        self._connect()

    def close(self) -> None:
        """Give the sound device back."""
        self._out.close()

    def adopt(self, page: LessonPage | PartnerPage) -> None:
        """The keys of the whole program work on other pages, too."""
        page.keys.add(self._slots())

    def _slots(self) -> Slots:
        return {
            Action.FULL_SCREEN: self._window.enter_full_screen,
            Action.LEAVE_FULL_SCREEN: self._window.leave_full_screen,
            Action.KEYS: self._window.open_keys,
            Action.MUTE: self.settings.toggle,
            Action.WHERE: self._where_am_i,
        }

    def _connect(self) -> None:
        hands, sound, page = self.hands, self.sound, self._window.library_page
        hands.silenced.connect(sound.stop_now)
        hands.menu_changed.connect(self._speak_lit)
        hands.card_moved.connect(page.move_focus)
        hands.card_chosen.connect(page.open_focused)
        hands.library_wanted.connect(self._window.show_library)
        page.lit.connect(self._speak_card)
        sound.flash.connect(self.show_cue)
        sound.trouble.connect(self._tell_trouble)
        sound.no_voice.connect(self._tell_no_voice)
        sound.announced.connect(self._announce)
        self._preferences.changed.connect(self._follow_preferences)
        if sound.state in _NO_SOUND:
            self._tell_trouble(sound.state)

    @Slot()
    def _where_am_i(self) -> None:
        if self.hands.menu is None:
            self._listen_for_readers()
            self.sound.where_am_i()
        else:
            language = self._preferences.value.language
            menu = self.hands.menu
            title = MENU_WORDS[menu.kind].in_language(language)
            stop = "" if title.endswith((".", "?")) else "."
            self._say(f"{title}{stop} {self._lit(menu)}.")

    @Slot(object)
    def _speak_lit(self, menu: PauseMenu | None) -> None:
        """The choice that was gone to; the first one stays unsaid, for silence was asked for."""
        before, self._menu = self._menu, menu
        if menu is not None and before is not None and menu != before:
            self._say(self._lit(menu))
        elif menu is not None and before is None and QAccessible.isActive():
            self._announce(MENU_WORDS[menu.kind].in_language(self._preferences.value.language))

    def _lit(self, menu: PauseMenu) -> str:
        return CHOICE_WORDS[menu.chosen].in_language(self._preferences.value.language)

    @Slot(str)
    def _speak_card(self, lesson_id: str) -> None:
        for card in self._library.cards:
            if card.id == lesson_id:
                self._listen_for_readers()
                self.sound.tell_card(card)

    @Slot(LocalizedText)
    def speak(self, words: LocalizedText) -> None:
        """Say what a page asks, in the place of whatever is being said."""
        self._say(words.in_language(self._preferences.value.language))

    def _say(self, words: str) -> None:
        self._listen_for_readers()
        self.sound.stop_now()
        self.sound.say(words, Urgency.ANSWER)

    @Slot(Cue)
    def show_cue(self, cue: Cue) -> None:
        """Flash for those who cannot hear it."""
        if self.settings.cues_are_seen:
            self.flash.show_cue(cue, steady=self._preferences.value.reduce_motion)

    @Slot(SoundState)
    def _tell_trouble(self, state: SoundState) -> None:
        if state in _NO_SOUND:
            self._report(Problem(ProblemKind.NO_SOUND, state.value))

    @Slot(str)
    def _tell_no_voice(self, language: str) -> None:
        self._report(Problem(ProblemKind.NO_VOICE, language))

    @Slot(str)
    def _announce(self, words: str) -> None:
        """The screen reader speaks instead of the program."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, words))

    @Slot(object)
    def _follow_preferences(self, settings: Settings) -> None:
        self.sound.set_language(settings.language)
        self._listen_for_readers()

    def _listen_for_readers(self) -> None:
        """A screen reader may be started at any time, and Qt does not tell."""
        self.sound.set_screen_reader(active=QAccessible.isActive())
