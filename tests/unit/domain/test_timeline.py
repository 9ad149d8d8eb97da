"""How a lesson becomes segments, rows and times."""

from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.protocol import (
    Block,
    Counted,
    CountUnit,
    Holds,
    Notice,
    PointHold,
    Points,
    Rest,
    Timed,
)
from massage_trainer.domain.timeline import SegmentKind, unroll
from tests.examples import MINUTE, SECOND, exactly, example_lesson, protocol, span, step


def paths(lesson):
    return [segment.path for segment in unroll(lesson).segments]


def test_holds_unroll_into_ease_in_hold_ease_out_and_rest_between():
    holds = Holds(
        span(MINUTE, 2 * MINUTE), exactly(2), exactly(5000), exactly(6000), exactly(15_000)
    )
    timeline = unroll(protocol(step("stretch-2", holds)))
    assert [s.path for s in timeline.segments] == [
        "stretch-2/rep1/ease-in",
        "stretch-2/rep1/hold",
        "stretch-2/rep1/ease-out",
        "stretch-2/rep1/rest",
        "stretch-2/rep2/ease-in",
        "stretch-2/rep2/hold",
        "stretch-2/rep2/ease-out",
    ]
    assert [s.repetition for s in timeline.segments][::4] == [(1, 2), (2, 2)]
    assert len(timeline.rows) == 1
    assert timeline.rows[0].repetitions == 2
    assert timeline.rows[0].work_ms == 2 * (5000 + MINUTE + 6000) + 15_000


def test_the_order_is_lap_then_step_then_side_then_point():
    press = Points((PointHold("BL23", exactly(MINUTE)), PointHold("BL25", exactly(MINUTE))))
    lesson = protocol(
        Block(
            "round",
            (step("press", press, Side.LEFT, Side.RIGHT), step("pat", Timed(exactly(1000)))),
            times=2,
        )
    )
    assert paths(lesson) == [
        "round1/press/left/BL23",
        "round1/press/left/BL25",
        "round1/press/right/BL23",
        "round1/press/right/BL25",
        "round1/pat",
        "round2/press/left/BL23",
        "round2/press/left/BL25",
        "round2/press/right/BL23",
        "round2/press/right/BL25",
        "round2/pat",
    ]


def test_each_side_gets_its_full_dose():
    timeline = unroll(protocol(step("rub", Timed(exactly(MINUTE)), Side.LEFT, Side.RIGHT)))
    assert [(s.side, s.duration_ms) for s in timeline.segments] == [
        (Side.LEFT, MINUTE),
        (Side.RIGHT, MINUTE),
    ]
    assert len(timeline.rows) == 2


def test_gaps_stand_only_where_the_hands_move():
    timeline = unroll(
        protocol(
            step("notice", Notice()),
            step("rub", Timed(exactly(MINUTE)), Side.LEFT, Side.RIGHT),
            step("hold", Holds(exactly(MINUTE), exactly(2))),
            step("lie", Rest(exactly(MINUTE))),
            step("pat", Timed(exactly(MINUTE))),
        )
    )
    gaps = {s.path: s.gap_ms // SECOND for s in timeline.segments}
    assert gaps == {
        "notice": 0,
        "rub/left": 5,  # lead-in after something that waited
        "rub/right": 8,
        "hold/rep1/hold": 8,
        "hold/rep2/hold": 0,  # the hands stay where they are
        "lie": 0,
        "pat": 8,
    }


def test_the_same_place_again_in_the_next_lap_needs_no_gap():
    block = Block("b", (step("rub", Timed(exactly(MINUTE))),), times=2)
    timeline = unroll(protocol(block))
    assert [s.gap_ms // SECOND for s in timeline.segments] == [5, 0]
    assert [row.lap for row in timeline.rows] == [(1, 2), (2, 2)]


def test_a_count_with_a_cadence_takes_its_time_and_one_without_waits():
    beat = Counted(span(3, 5), CountUnit.PASSES, exactly(20_000))
    free = Counted(exactly(10), CountUnit.REPETITIONS)
    with_beat, without = unroll(protocol(step("a", beat), step("b", free))).segments
    assert (with_beat.count, with_beat.duration_ms, with_beat.most_ms) == (3, 60_000, 100_000)
    assert with_beat.is_range
    assert not with_beat.waits
    assert without.waits
    assert without.duration_ms == 0


def test_an_optional_block_asks_first_and_does_not_count_in_the_total():
    lesson = protocol(
        step("rub", Timed(exactly(MINUTE))),
        Block("more", (step("glide", Timed(exactly(MINUTE))),), optional=True),
        lead_in=0 + 1,
        between=1,
    )
    timeline = unroll(lesson)
    choice = timeline.segments[1]
    assert (choice.kind, choice.path, choice.block.id) == (
        SegmentKind.CHOICE,
        "more/choice",
        "more",
    )
    assert timeline.total_ms == MINUTE + 1
    assert timeline.left_after_ms(0) == 0
    assert [row.optional for row in timeline.rows] == [False, False, True]


def test_rows_cover_every_segment_once_and_in_order():
    timeline = unroll(example_lesson())
    covered = [i for row in timeline.rows for i in range(row.first, row.last + 1)]
    assert covered == list(range(len(timeline.segments)))
    for number, row in enumerate(timeline.rows):
        assert all(timeline.segments[i].row == number for i in range(row.first, row.last + 1))


def test_every_path_is_its_own():
    all_paths = paths(example_lesson())
    assert len(set(all_paths)) == len(all_paths)


def test_a_segment_is_found_again_by_its_path():
    timeline = unroll(example_lesson())
    for index, segment in enumerate(timeline.segments):
        assert timeline.index_of(segment.path) == index
    assert timeline.index_of("gone") is None


@given(st.lists(st.integers(1, 600), min_size=1, max_size=8), st.integers(1, 4))
def test_the_total_is_the_sum_of_what_is_played(seconds, laps):
    steps = tuple(step(f"s{i}", Timed(exactly(s * SECOND))) for i, s in enumerate(seconds))
    timeline = unroll(protocol(Block("b", steps, times=laps)))
    work = sum(seconds) * SECOND * laps
    moves = len(timeline.rows) - 1 if len(steps) > 1 else 0
    assert timeline.total_ms == work + 5_000 + moves * 8_000
