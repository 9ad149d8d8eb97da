"""Who judges a touch of a client: made when the first one is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.problems import Problem, ProblemKind
from massage_trainer.domain.verdict import Judge
from massage_trainer.services.chart import CHART_FILE, ChartFileError, read_chart

if TYPE_CHECKING:
    from pathlib import Path

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

    def _chart(self, client: ClientBody) -> BodyChart | None:
        """The chart of a client's skin; without it no touch is answered, and that is said once."""
        if client not in self._charts:
            folder = self._stage / "woman" if client is ClientBody.WOMAN else self._stage
            self._charts[client] = None
            try:
                self._charts[client] = read_chart(folder / CHART_FILE)
            except ChartFileError as error:
                self._report(Problem(ProblemKind.NO_CHART, str(error)))
        return self._charts[client]
