"""Classes and their students; nothing of anybody's health is ever among it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClassGroup:
    """A class; the name is kept as it was typed."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Student:
    """A student of one class; number and name are plain text wherever they are shown."""

    id: int
    group: int
    number: str
    name: str
    withdrawn: bool = False
