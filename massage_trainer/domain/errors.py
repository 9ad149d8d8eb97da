"""Errors the user can act on. Anything else that escapes is a bug."""

from collections.abc import Iterable


class TrainerError(Exception):
    """Base of every error shown to the user as text instead of a traceback."""

    def in_language(self, language: str) -> str:
        """The sentence in this language, where it is known."""
        return str(self)


class SourceLocation:
    """Where a piece of authored content stands; printed as ``path:line:column``, both from 1."""

    __slots__ = ("column", "line", "path")

    def __init__(self, path: str, line: int, column: int = 1) -> None:
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class ContentError(TrainerError):
    """One mistake in one content file: where, what is wrong, and what to write instead."""

    def __init__(self, where: SourceLocation, problem: str, hint: str = "") -> None:
        suffix = f" ({hint})" if hint else ""
        super().__init__(f"{where}: {problem}{suffix}")
        self.where = where
        self.problem = problem
        self.hint = hint

    @classmethod
    def unknown(
        cls, where: SourceLocation, kind: str, name: str, known: Iterable[str]
    ) -> "ContentError":
        """Report a dangling reference, with the nearest spelling if there is one."""
        # Imported here, because every start imports this module and few meet a mistake.
        from difflib import get_close_matches

        names = sorted(known)
        close = get_close_matches(name, names, n=1)
        if close:
            hint = f"did you mean {close[0]!r}?"
        else:
            hint = f"known: {', '.join(names[:8])}" if names else "there is none"
        return cls(where, f"unknown {kind} {name!r}", hint)
