"""Where a lesson differs from its source, at the end of its handout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.domain.paper import words
from massage_trainer.domain.paper.model import Cell, Heading, Table
from massage_trainer.domain.protocol import Block

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.protocol import Step

_NOTHING: Final = "—"  # stands for what the article leaves out


def numbered_corrections(body: tuple[Step | Block, ...]) -> dict[str, tuple[int, ...]]:
    """The numbers of the steps that each correction is about, in the order of the steps."""
    found: dict[str, tuple[int, ...]] = {}
    for number, step in enumerate(_steps(body), 1):
        for correction in step.corrections:
            found[correction] = (*found.get(correction, ()), number)
    return found


def note_parts(
    numbered: dict[str, tuple[int, ...]], catalog: Catalog, language: str
) -> tuple[Heading | Table, ...]:
    """A table of the corrections: the article's few words, what is taught here, and why."""
    rows = []
    for key, numbers in numbered.items():
        correction = catalog.corrections.get(key)
        if correction is None:
            continue
        # The font draws a fraction slash together with the letters behind it.
        article = correction.article_words.replace("\u2044", "/")
        quoted = words.QUOTED.in_language(language).format(words=article)
        if article == _NOTHING:
            quoted = words.SAYS_NOTHING.in_language(language)
        rows.append(
            (
                Cell(", ".join(map(str, numbers)), strong=True),
                Cell(quoted, words.SEVERITY[correction.severity].in_language(language)),
                Cell(
                    correction.taught.in_language(language),
                    f"{words.WHY.in_language(language)}: {correction.why.in_language(language)}",
                ),
            )
        )
    if not rows:
        return ()
    head = tuple(
        text.in_language(language) for text in (words.STEP_HEAD, words.ARTICLE_SAYS, words.TAUGHT)
    )
    return (
        Heading(words.NOTES.in_language(language)),
        Table(head, tuple(rows), (0.1, 0.32, 0.58)),
    )


def _steps(body: tuple[Step | Block, ...]) -> list[Step]:
    found: list[Step] = []
    for item in body:
        found.extend(_steps(item.body) if isinstance(item, Block) else [item])
    return found
