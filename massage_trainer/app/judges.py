"""Who judges a touch of a client: made when the first one is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.problems import Problem, ProblemKind
from massage_trainer.domain.verdict import Judge
from massage_trainer.services.body_places import BodyPlacesError, read_body_places
from massage_trainer.services.chart import CHART_FILE, ChartFileError, read_chart

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from massage_trainer.domain.body_words import BodyWords
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.chart import BodyChart
    from massage_trainer.services.json_file import Report


class Judges:
    """One judge a client, renewed when the catalogue is."""

    def __init__(self, stage: Path, report: Report) -> None:
        """``stage`` is the folder of the charts."""
        self._stage = stage
        self._report = report
        self._judges: dict[ClientBody, tuple[Catalog, Judge]] = {}
        self._charts: dict[ClientBody, BodyChart | None] = {}
        self._of_landmarks: dict[ClientBody, tuple[Catalog, Judge | None]] = {}
        self._words: dict[ClientBody, tuple[Catalog, BodyWords | None]] = {}

    def find(self, client: ClientBody, catalog: Catalog) -> Judge | None:
        """Judges by the points of this catalogue."""
        chart = self._chart(client)
        if chart is None:
            return None
        known, judge = self._judges.get(client, (None, None))
        if judge is None or known is not catalog:
            judge = Judge(chart, catalog.points.values())
            self._judges[client] = catalog, judge
        return judge

    def find_for_landmarks(self, client: ClientBody, catalog: Catalog) -> Judge | None:
        """Judges by the landmarks of this catalogue, whose ids stand for codes."""
        known = self._of_landmarks.get(client)
        if known is None or known[0] is not catalog:
            known = self._of_landmarks[client] = catalog, self._landmark_judge(client, catalog)
        return known[1]

    def body_words(self, client: ClientBody, catalog: Catalog) -> BodyWords | None:
        """Tells places of this client in words; None where the body cannot be read."""
        known = self._words.get(client)
        if known is None or known[0] is not catalog:
            known = self._words[client] = catalog, self._make_words(client, catalog)
        return known[1]

    def _make_words(self, client: ClientBody, catalog: Catalog) -> BodyWords | None:
        from massage_trainer.domain.body_words import BodyWords
        from massage_trainer.services.quiz_source import PLACES_FILE

        chart = self._chart(client)
        if chart is None:
            return None
        try:
            places = read_body_places(self._folder(client), PLACES_FILE)
        except BodyPlacesError as error:
            self._report(Problem(ProblemKind.NO_CHART, str(error)))
            return None
        return BodyWords(catalog, chart, places)

    def _landmark_judge(self, client: ClientBody, catalog: Catalog) -> Judge | None:
        from massage_trainer.domain.quiz.landmarks import landmark_judge
        from massage_trainer.services.quiz_source import PLACES_FILE

        try:
            places = read_body_places(self._folder(client), PLACES_FILE)
        except BodyPlacesError as error:
            self._report(Problem(ProblemKind.NO_CHART, str(error)))
            return None
        return landmark_judge(catalog.landmarks.values(), places)

    def _folder(self, client: ClientBody) -> Path:
        return self._stage / "woman" if client is ClientBody.WOMAN else self._stage

    def _chart(self, client: ClientBody) -> BodyChart | None:
        """The chart of a client's skin; without it no touch is answered, and that is said once."""
        if client not in self._charts:
            self._charts[client] = None
            try:
                self._charts[client] = read_chart(self._folder(client) / CHART_FILE)
            except ChartFileError as error:
                self._report(Problem(ProblemKind.NO_CHART, str(error)))
        return self._charts[client]


class QuizJudges:
    """The judges by the catalogue as it stands now, as the quiz asks for them (PlaceJudges)."""

    def __init__(self, judges: Judges, catalog: Callable[[], Catalog]) -> None:
        self._judges = judges
        self._catalog = catalog

    def points(self, client: ClientBody) -> Judge | None:
        return self._judges.find(client, self._catalog())

    def landmarks(self, client: ClientBody) -> Judge | None:
        return self._judges.find_for_landmarks(client, self._catalog())
