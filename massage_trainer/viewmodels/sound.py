"""What a running lesson lets be heard: one more observer of its events."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.cue_director import Beat, CueDirector, Order
from massage_trainer.domain.cues import Cue, SoundKind
from massage_trainer.domain.events import (
    MOVING,
    SecondElapsed,
    SessionEvent,
    SessionState,
    StateChanged,
)
from massage_trainer.domain.library import LessonCard
from massage_trainer.domain.ports import SoundOut, SoundState
from massage_trainer.domain.speech.director import SpeechDirector, Utterance
from massage_trainer.domain.speech.line import Line, Urgency
from massage_trainer.domain.speech.script import about, lesson_called
from massage_trainer.domain.speech.speakable import sentences
from massage_trainer.domain.speech.talk import Talk
from massage_trainer.viewmodels.lesson import LessonViewModel

if TYPE_CHECKING:  # the voice needs nothing of the catalogue but names
    from massage_trainer.domain.catalog import Acupoint

# In a pause too: the student comes back at any moment, and the first cue is to be heard.
UNDER_WAY = MOVING | {SessionState.PAUSED}


class SoundViewModel(QObject):
    """Sends cues and sentences to the sound; the countdown never waits for any of it.

    While a screen reader is on, it is given the sentences in place of the voice; it is spared
    numbers and times left, which are told when they are asked for.

    Signals:
        flash: Cue; every cue, for those who cannot hear it.
        trouble: SoundState; told once per change, READY when it is over.
        no_voice: str; a language that no voice here can say, told once.
        announced: str; a sentence for the screen reader, which speaks instead of the program.
    """

    flash = Signal(Cue)
    trouble = Signal(SoundState)
    no_voice = Signal(str)
    announced = Signal(str)

    def __init__(
        self,
        lesson: LessonViewModel,
        out: SoundOut,
        points: Callable[[], Mapping[str, Acupoint]],
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lesson = lesson
        self._out = out
        self._points = points
        self._language = language
        self._talk = Talk()
        self._cues: CueDirector | None = None
        self._speech: SpeechDirector | None = None
        self._screen_reader = False
        self._beating = False
        self._mute: set[str] = set()  # languages without a voice
        lesson.opened.connect(self._open)
        lesson.happened.connect(self._follow)
        out.spoke.connect(self._follow_voice)
        out.state_changed.connect(self._follow_state)

    @property
    def state(self) -> SoundState:
        return self._out.state

    def set_language(self, language: str) -> None:
        """From the next sentence on."""
        self._language = language
        if self._speech:
            self._speech.set_language(language, self._points())

    def set_screen_reader(self, *, active: bool) -> None:
        """Whether a screen reader is on."""
        if active and not self._screen_reader:
            self._hush_speech()
        self._screen_reader = active

    @Slot()
    def where_am_i(self) -> None:
        """Answer the student; asked again at the same place, the whole instruction."""
        if self._speech and self._lesson.is_open:
            name = self._lesson.protocol.name.in_language(self._language)
            self._say(self._speech.where_am_i(self._lesson.countdown, name))

    def say(self, text: str, urgency: Urgency) -> None:
        """Words that come from elsewhere, such as the choices of a pause."""
        parts = sentences(text, self._language)
        self._say(tuple(Line(part, self._language, urgency) for part in parts))

    def tell_card(self, card: LessonCard) -> None:
        """Name a lesson that may be chosen, and how long it takes."""
        name = card.name.in_language(self._language)
        self._say(
            tuple(
                Line(text, self._language, Urgency.STEP)
                for text in (
                    lesson_called(name, self._language),
                    about(card.total_ms, self._language),
                )
            )
        )

    @Slot()
    def stop_now(self) -> None:
        """Silence everything at once."""
        self._beating = False
        self._talk.stop()
        self._out.hush()
        self._out.beat(None)

    @Slot()
    def _open(self) -> None:
        self._hush_speech()
        lesson, timeline = self._lesson, self._lesson.timeline
        self._cues = CueDirector(timeline)
        self._speech = SpeechDirector(timeline, self._language, self._points())
        name = lesson.protocol.name.in_language(self._language)
        self._say(self._speech.opening(name, timeline.total_ms, lesson.index))

    @Slot(object)
    def _follow(self, event: SessionEvent) -> None:
        if self._cues is None or self._speech is None:
            return
        if isinstance(event, StateChanged):
            self._out.keep_open(on=event.new in UNDER_WAY)
            if event.new not in MOVING:
                self._hush_speech()
        if isinstance(event, SecondElapsed) and (line := self._talk.second()):
            self._out.say(line)
        for order in self._cues.feed(event):
            self._obey(order)
        self._say(self._speech.feed(event))

    def _obey(self, order: Order) -> None:
        if isinstance(order, Beat):
            self._beating = order.period_ms is not None
            self._out.beat(order.period_ms)
            return
        if order is not Cue.BEAT or not self._beating:
            self._out.play(order)
        self.flash.emit(order)

    def _say(self, utterance: Utterance) -> None:
        if self._screen_reader:
            if utterance and utterance[0].urgency > Urgency.TIME:
                self.announced.emit(" ".join(line.text for line in utterance))
            return
        interrupting = self._talk.speaking is not None
        if self._talk.offer(utterance):
            if interrupting:
                self._out.hush(SoundKind.SPEECH)
            self._out.say(utterance[0])

    def _hush_speech(self) -> None:
        self._talk.stop()
        self._out.hush(SoundKind.SPEECH)

    @Slot(object, bool)
    def _follow_voice(self, line: Line, heard: bool) -> None:  # noqa: FBT001 - as the signal has it
        if not heard and line.language not in self._mute:
            self._mute.add(line.language)
            self.no_voice.emit(line.language)
        if following := self._talk.ended(line):
            self._out.say(following)

    @Slot(SoundState)
    def _follow_state(self, state: SoundState) -> None:
        self._talk.stop()  # what was being said then is not heard to its end
        self.trouble.emit(state)
