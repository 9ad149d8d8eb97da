"""Where a student left off in a lesson."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bookmark:
    """The path of a segment, and how far it is: ``done`` of ``of`` lines of the step list."""

    lesson_id: str
    path: str
    done: int
    of: int

    @property
    def finished(self) -> bool:
        return self.done >= self.of
