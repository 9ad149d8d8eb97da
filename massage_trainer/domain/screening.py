"""The six lines that are asked before a first touch, and what each finding means for a lesson."""

from dataclasses import dataclass
from enum import Enum

from massage_trainer.domain.protocol import Points, Step
from massage_trainer.domain.text import LocalizedText


class Weight(Enum):
    """What a finding does to the whole lesson; the values are used in the catalogue."""

    STOP = "stop"  # nobody is massaged today
    ASK = "ask"  # the teacher or a doctor is asked first
    NOTE = "note"  # the lesson goes on; steps are marked or left out


@dataclass(frozen=True, slots=True)
class Targets:
    """Steps of any lesson: by technique, place, point, or their own id."""

    strokes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()

    def hit(self, step: Step) -> bool:
        if step.stroke_id in self.strokes or step.id in self.steps:
            return True
        if step.region_id in self.regions:
            return True
        pressed = step.dose.holds if isinstance(step.dose, Points) else ()
        return any(hold.point_id in self.points for hold in pressed)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a line brought up about the person on the table, or about the room."""

    id: str
    text: LocalizedText
    weight: Weight
    reason: LocalizedText
    caution: str = ""  # id of assets/catalog/safety.yaml: every step with it is marked
    urgent: bool = False  # the person needs care the same day
    of_room: bool = False  # about the room, not the person: remembered
    leave_out: Targets = Targets()
    ask_first: Targets = Targets()
    mark: Targets = Targets()


@dataclass(frozen=True, slots=True)
class ScreenLine:
    """One line of the screen; ``covers`` are the lessons' own checks that ask the same."""

    id: str
    text: LocalizedText
    covers: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
