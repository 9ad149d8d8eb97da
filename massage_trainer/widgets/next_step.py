"""The line that announces the next step early."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.countdown import Countdown, Face
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.protocol import Protocol, Status
from massage_trainer.domain.timeline import Segment, Timeline
from massage_trainer.widgets.detail_row import DetailLine, Tone
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.step_lines import SEPARATOR, row_detail, row_name

SOON_MS: Final = 10_000  # from here on the next step is shown with emphasis


def next_line(
    countdown: Countdown, timeline: Timeline, catalog: Catalog, language: str
) -> DetailLine:
    """What comes after this line of the step list."""
    label = QCoreApplication.translate("NextStep", "Next")
    row = timeline.rows[countdown.segment.row]
    if countdown.segment.row + 1 >= len(timeline.rows):
        text = QCoreApplication.translate("NextStep", "the end of the lesson")
        return DetailLine(Icon.ARROW, label, text)
    following = timeline.rows[countdown.segment.row + 1]
    parts = (row_name(following, language), row_detail(following, catalog))
    last = timeline.segments[row.last] == countdown.segment
    running = countdown.state is SessionState.RUNNING and countdown.face in (Face.TIME, Face.COUNT)
    soon = last and running and 0 < countdown.left_ms <= SOON_MS
    return DetailLine(
        Icon.ARROW,
        label,
        SEPARATOR.join(part for part in parts if part),
        tone=Tone.SOFT if soon else Tone.PAPER,
    )


def gap_status(segment: Segment, protocol: Protocol) -> Status | None:
    """Where the length of the gap before a segment comes from."""
    for amount in (protocol.lead_in, protocol.between):
        if amount.chosen == segment.gap_ms:
            return amount.status
    return None
