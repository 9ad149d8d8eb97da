"""Pages are filled from top to bottom: nothing is cut in two, and nothing lonely is left behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.services.paper.chunk import Chunk
from massage_trainer.services.paper.pages import CONTENT_HEIGHT, fill_pages


def nothing(painter, left, top):
    del painter, left, top


def chunk(height, **more):
    return Chunk(height * CONTENT_HEIGHT, nothing, **more)


def shown(pages):
    return [[placed.chunk for placed in page.placed] for page in pages]


def test_what_does_not_fit_begins_the_next_page():
    a, b, c = chunk(0.6), chunk(0.3), chunk(0.2)
    assert shown(fill_pages([a, b, c])) == [[a, b], [c]]


def test_a_heading_goes_along_with_what_it_heads():
    a, heading, b = chunk(0.8), chunk(0.1, keep=True), chunk(0.2)
    assert shown(fill_pages([a, heading, b])) == [[a], [heading, b]]


def test_a_part_may_begin_a_page():
    a, b = chunk(0.1), chunk(0.1, new_page=True)
    assert shown(fill_pages([a, b])) == [[a], [b]]


def test_a_heading_is_left_alone_rather_than_drawn_to_a_part_that_begins_a_page():
    heading, b = chunk(0.1, keep=True), chunk(0.1, new_page=True)
    assert shown(fill_pages([heading, b])) == [[heading], [b]]


def test_what_is_higher_than_a_page_is_made_smaller_and_nothing_of_it_is_lost():
    a, b, c = chunk(0.2), chunk(1.6), chunk(0.1)
    pages = fill_pages([a, b, c])
    assert shown(pages) == [[a], [b], [c]]
    (tall,) = pages[1].placed
    assert tall.scale == pytest.approx(1 / 1.6)


def test_the_first_part_of_all_begins_no_second_page():
    a = chunk(0.1, new_page=True)
    assert shown(fill_pages([a])) == [[a]]


def test_the_room_above_is_swallowed_by_the_head_of_a_page():
    a, b = chunk(0.9, gap=500), chunk(0.5, gap=500)
    first, second = fill_pages([a, b])
    assert first.placed[0].top == second.placed[0].top == 0


def test_the_head_of_a_table_stands_on_every_page_of_it():
    head = chunk(0.1, keep=True)
    rows = [chunk(0.3, again=head) for _ in range(5)]
    assert shown(fill_pages([head, *rows])) == [[head, *rows[:3]], [head, *rows[3:]]]


def test_at_the_head_of_a_page_a_part_may_say_more():
    whole = chunk(0.3)
    bare = chunk(0.2, at_head=whole)
    a = chunk(0.7)
    assert shown(fill_pages([a, bare, bare])) == [[a, bare], [whole]]


def test_a_page_knows_what_it_goes_on_with():
    pages = fill_pages([chunk(0.9, topic="1. Xát"), chunk(0.5, topic="2. Xoa"), chunk(0.1)])
    assert [page.topic for page in pages] == ["1. Xát", "2. Xoa"]


@given(
    st.lists(
        st.builds(
            chunk,
            st.floats(0.01, 0.45),
            gap=st.floats(0, 600),
            keep=st.booleans(),
            new_page=st.booleans(),
        ),
        max_size=40,
    )
)
def test_everything_is_shown_once_in_order_and_inside_its_page(chunks):
    chunks = [
        Chunk(each.height, each.paint, each.gap, each.keep and number % 2 == 0)
        for number, each in enumerate(chunks)
    ]
    pages = fill_pages(chunks)
    assert [each for page in shown(pages) for each in page] == chunks
    for page in pages:
        bottom = 0.0
        for placed in page.placed:
            assert placed.top >= bottom - 1e-6
            bottom = placed.top + placed.chunk.height
        assert bottom <= CONTENT_HEIGHT + 1e-6
        last = page.placed[-1].chunk
        assert not last.keep or last is chunks[-1]


@pytest.mark.parametrize("count", [0, 1])
def test_an_empty_paper_has_no_page(count):
    assert len(fill_pages([chunk(0.2)] * count)) == count
