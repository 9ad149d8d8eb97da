"""Whether a class sees the living body: by itself, because the console wants it, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from massage_trainer.domain.live_policy import LivePolicy, LiveWish, StillsBecause

if TYPE_CHECKING:
    from massage_trainer.viewmodels.classroom import ClassroomViewModel


class LivePolicySource(Protocol):
    """What this computer can, and what the settings say."""

    @property
    def policy(self) -> LivePolicy: ...

    @property
    def policy_changed(self) -> SignalInstance: ...

    def try_live(self) -> None: ...

    def warm_up(self) -> None: ...


class ClassLive(QObject):
    """Two windows cost twice: without a graphics card they show stills until the console asks.

    Signals:
        changed: what is on, possible, or the reason for stills.
    """

    changed = Signal()

    def __init__(
        self,
        classroom: ClassroomViewModel,
        source: LivePolicySource,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._classroom = classroom
        self._source = source
        self._chosen = False
        self._was_on = False
        classroom.prepared_changed.connect(self._look)
        source.policy_changed.connect(self._follow_policy)

    @property
    def is_on(self) -> bool:
        """Whether what the console works on is live."""
        return self._classroom.prepared.board.live.on

    @property
    def is_possible(self) -> bool:
        """Whether the console can have it."""
        return not self._source.policy.failure

    @property
    def because(self) -> StillsBecause | None:
        """Why the class sees stills unless the console asks for more."""
        return self._source.policy.stills_in_class_because

    @Slot()
    def arrive(self) -> None:
        """The console is there: find out what this computer draws with."""
        policy = self._source.policy
        if policy.wish is LiveWish.AUTO and policy.card is None:
            self._source.warm_up()
        self._begin_as_fits()

    @Slot()
    def toggle(self) -> None:
        """The console has its own way, for this class."""
        if not self.is_possible:
            return
        on = not self.is_on
        self._chosen = True
        if on and self._source.policy.crashed:
            self._source.try_live()  # whoever asks for it after a crash takes the risk
        self._classroom.switch_live(on=on)

    @Slot(object)
    def _follow_policy(self, policy: LivePolicy) -> None:
        if policy.failure:
            self._classroom.switch_live(on=False, everywhere=True)
        else:
            self._begin_as_fits()
        self.changed.emit()

    def _begin_as_fits(self) -> None:
        if not self._chosen:
            self._classroom.switch_lessons_live(on=self.because is None)

    @Slot()
    def _look(self) -> None:
        if self.is_on is not self._was_on:
            self._was_on = self.is_on
            self.changed.emit()
