"""Which picture a segment asks for with which points, and which may be asked for next."""

from massage_trainer.domain.protocol import Points
from massage_trainer.domain.timeline import Segment, Timeline
from massage_trainer.viewmodels.plate import PointWish
from massage_trainer.widgets.plate.keeper import PictureWish


def wish_of(segment: Segment) -> PictureWish:
    """The step's plate, from the side worked, in the frame of what the hands do now."""
    frames = dict(segment.step.frames)
    return PictureWish(segment.step.plate_id, segment.side, frames.get(segment.kind.value, ""))


def points_of(segment: Segment) -> PointWish:
    """The points of the step, the one pressed now, the side worked, and the zones to avoid."""
    step = segment.step
    codes = [hold.point_id for hold in step.dose.holds] if isinstance(step.dose, Points) else []
    if segment.point_id:
        codes.append(segment.point_id)
    return PointWish(tuple(dict.fromkeys(codes)), segment.point_id, segment.side, step.avoid)


def wishes_ahead(timeline: Timeline, index: int) -> tuple[PictureWish, ...]:
    """The pictures that one press of a key can bring, the likeliest first."""
    segments, rows = timeline.segments, timeline.rows
    row = segments[index].row
    places = [index + 1]
    if row + 1 < len(rows):
        places.append(rows[row + 1].first)
    places += [index - 1, rows[row].first]
    if row:
        places += [rows[row - 1].first, rows[row - 1].last]
    wishes = [wish_of(segments[place]) for place in places if 0 <= place < len(segments)]
    current = wish_of(segments[index])
    return tuple(wish for wish in dict.fromkeys(wishes) if wish != current)
