"""Every line that the program says of itself and in the shipped lessons, in both languages."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from massage_trainer.domain.speech.inventory import lines_of, lines_of_questions
from massage_trainer.domain.speech.line import Line
from massage_trainer.domain.text import LANGUAGES
from massage_trainer.services.content.builder import LessonBuilder, LessonFile
from massage_trainer.services.content.catalog_loader import LoadedCatalog, load_catalog


def lesson_lines(protocols: Path, assets: Path) -> tuple[Line, ...]:
    """Each once, in the order of the files; a lesson with mistakes says nothing."""
    catalog = load_catalog(assets / "catalog", "assets/catalog")
    files = {
        path.stem: LessonFile(path, f"{protocols.name}/{path.name}")
        for path in sorted(protocols.glob("*.yaml"))
    }
    by_words = {(line.language, line.text): line for line in _lines(files, catalog)}
    return tuple(by_words.values())


def _lines(files: Mapping[str, LessonFile], loaded: LoadedCatalog) -> Iterator[Line]:
    catalog = loaded.catalog
    for language in LANGUAGES:
        yield from lines_of_questions(catalog.screening, language)
    builder = LessonBuilder(files, loaded.vocabulary, lambda _: None)
    for lesson_id in files:
        protocol = builder.compiled(lesson_id).protocol
        if protocol is not None:
            for language in LANGUAGES:
                yield from lines_of(protocol, language, catalog.points, catalog.questions.values())
