"""The cache's codec: what goes in comes out, and what does not fit is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.protocol import Amount, Block, Protocol, Status, Step
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.content.codec import DAMAGED, decode, encode
from tests.unit.services.content.small_content import LESSON, compile_all, read_catalog


def through_json(value):
    return decode(type(value), json.loads(json.dumps(encode(value))))


def test_a_catalogue_survives(tmp_path):
    catalog = read_catalog(tmp_path).catalog
    assert through_json(catalog) == catalog
    assert isinstance(catalog, Catalog)


def test_a_lesson_survives(tmp_path):
    protocol = compile_all(tmp_path, {"demo": LESSON})["demo"].protocol
    assert isinstance(protocol, Protocol)
    assert through_json(protocol) == protocol


words = st.text(min_size=1).filter(str.strip)
texts = st.builds(LocalizedText, words, words)
amounts = st.builds(
    lambda least, more, status, key, reason: Amount(
        least, least + more, least, status, key, reason
    ),
    st.integers(1, 10**7),
    st.integers(0, 10**6),
    st.sampled_from(Status),
    words,
    texts,
)
st.register_type_strategy(LocalizedText, texts)
st.register_type_strategy(Amount, amounts)
steps = st.builds(Step)
blocks = st.recursive(
    st.builds(Block, body=st.lists(steps, max_size=2).map(tuple)),
    lambda inner: st.builds(Block, body=st.lists(inner | steps, max_size=2).map(tuple)),
    max_leaves=3,
)


@given(st.builds(Protocol, body=st.lists(steps | blocks, max_size=3).map(tuple)))
def test_any_lesson_survives(protocol):
    assert through_json(protocol) == protocol


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: None,
        lambda data: [],
        lambda data: data[:-1],
        lambda data: [*data, 1],
        lambda data: [data[0], ["", ""], *data[2:]],
        lambda data: [*data[:5], [[7, []]], *data[6:]],
        lambda data: [*data[:6], [1, 2, 3, "no such status", "", None], *data[7:]],
        lambda data: "text",
    ],
)
def test_what_does_not_fit_is_refused(tmp_path, damage):
    data = encode(compile_all(tmp_path, {"demo": LESSON})["demo"].protocol)
    with pytest.raises(DAMAGED):
        decode(Protocol, damage(data))
