"""Classes and their students; nothing of anybody's health is ever among it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ClassGroup:
    """A class; the name is kept as it was typed."""

    id: int
    name: str = field(repr=False)  # a trace of an error tells no names


@dataclass(frozen=True, slots=True)
class Student:
    """A student of one class; number and name are plain text wherever they are shown."""

    id: int
    group: int
    number: str = field(repr=False)
    name: str = field(repr=False)
    withdrawn: bool = False
