"""Places that questions need and that are neither points nor landmarks: slips, and zones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.quiz.levels import lateral_of

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.chart import BodyChart
    from massage_trainer.domain.rotation import Vector


@dataclass(frozen=True, slots=True)
class Offset:
    """So many cun across and along from a point's site, in the point's own directions.

    Where ``from_midline_m`` is given, it is so far from the midline instead, at the site's level.
    """

    site: str
    across_cun: float = 0.0
    along_cun: float = 0.0
    from_midline_m: float = 0.0


# By the correction that it is the slip of, or by the zone that it lies in.
SPOTS: Final = {
    "C01": Offset("BL52", from_midline_m=0.15),
    "C02": Offset("EX-B7", from_midline_m=0.15),
    "C04": Offset("GB30", -2.2, -1.2),  # a third in from the wrong end of the line
    "kidney": Offset("BL52", 1.0, 0.0),
    "sciatic-notch": Offset("GB30", -1.3, 0.0),
}


def spot_place(offset: Offset, catalog: Catalog, chart: BodyChart) -> Vector | None:
    """The place on the skin of one client; None where the chart does not reach so far."""
    point = catalog.points.get(offset.site)
    if point is None or offset.site not in chart.sites:
        return None
    across = offset.across_cun
    if offset.from_midline_m:
        across = offset.from_midline_m / chart.sites[offset.site].cun_m - lateral_of(point)
    return chart.place_at(offset.site, across, offset.along_cun)
