import json
import math
import struct
import zlib

import pytest

from massage_trainer.services.chart import CHART_FILE, ChartFileError, read_chart

NODES = [(0, 0, 0), (100, 0, 0), (0, 0, 300), (100, 5, 300)]
TRIANGLES = [(0, 1, 2), (1, 3, 2)]
REACHED = [0, 1, 2]
ACROSS, ALONG = [0, -3, 4000], [0, 300, -4000]
HEADER = {
    "scale": 0.0001,
    "origin": [0.0, 0.1, 0.0],
    "nodes": 4,
    "triangles": 2,
    "sites": [
        {
            "key": "BL23",
            "midline": False,
            "cun_m": 0.02,
            "place": [0.0, 0.1, 0.0],
            "across": [1.0, 0.0, 0.0],
            "along": [0.0, 0.0, -1.0],
            "nodes": 3,
        }
    ],
}


def steps(numbers):
    return [b - a for a, b in zip([0, *numbers], numbers, strict=False)]


def with_header(**changes):
    return packed(header=HEADER | changes)


def packed(nodes=NODES, triangles=TRIANGLES, reached=REACHED, header=HEADER):
    first, second, third = zip(*triangles, strict=True)
    columns = [
        *(steps(column) for column in zip(*nodes, strict=True)),
        steps(first),
        [b - a for a, b in zip(first, second, strict=True)],
        [c - a for a, c in zip(first, third, strict=True)],
        steps(reached),
        ACROSS,
        ALONG,
    ]
    text = json.dumps(header).encode()
    data = struct.pack("<I", len(text)) + text
    for column in columns:
        halves = [struct.pack("<h", number) for number in column]
        data += bytes(half[0] for half in halves) + bytes(half[1] for half in halves)
    return b"MTC1" + zlib.compress(data)


@pytest.fixture
def path(tmp_path):
    return tmp_path / CHART_FILE


def test_a_chart_is_read_as_it_was_packed(path):
    path.write_bytes(packed())
    chart = read_chart(path)
    assert chart.nodes[3] == pytest.approx((0.01, 0.1005, 0.03))
    assert chart.triangles == TRIANGLES
    site = chart.sites["BL23"]
    assert (site.cun_m, site.midline, list(site.nodes)) == (0.02, False, REACHED)
    assert list(site.bends_across) == ACROSS
    assert list(site.bends_along) == ALONG
    # 0.5 cun across in a straight line and a bend of 3 steps less, 300 steps down.
    way = chart.way("BL23", chart.standing((0.01, 0.1, 0.0)))
    assert (way.across, way.along) == pytest.approx((0.5 - 3 / 4000, 300 / 4000))


def without_tables(content):
    raw = zlib.decompress(content[4:])
    return content[:4] + zlib.compress(raw[:-2])


def bottomless():
    text = b"[" * 100_000
    return b"MTC1" + zlib.compress(struct.pack("<I", len(text)) + text)


DAMAGES = {
    "not a chart": (lambda: b"MTM1" + packed()[4:], "another version"),
    "empty": (lambda: b"", "another version"),
    "cut off": (lambda: packed()[:-9], "too early"),
    "not packed": (lambda: b"MTC1" + b"\0" * 40, "damaged"),
    "short tables": (lambda: without_tables(packed()), "do not fit"),
    "a count that lies": (lambda: with_header(nodes=5), "do not fit"),
    "no scale": (lambda: with_header(scale=None), "damaged"),
    "a site that lacks its size": (lambda: with_header(sites=[{"key": "BL23"}]), "lacks 'nodes'"),
    "a cun of no length": (
        lambda: with_header(sites=[HEADER["sites"][0] | {"cun_m": 0}]),
        "no length",
    ),
    "a number without end": (lambda: with_header(nodes=math.inf), "damaged"),
    "a scale without end": (lambda: with_header(scale=math.inf), "not finite"),
    "an origin that is no number": (lambda: with_header(origin=[0.0, math.nan, 0.0]), "not finite"),
    "a cun without end": (
        lambda: with_header(sites=[HEADER["sites"][0] | {"cun_m": math.inf}]),
        "not finite",
    ),
    "a place that is no number": (
        lambda: with_header(sites=[HEADER["sites"][0] | {"place": [math.nan] * 3}]),
        "not finite",
    ),
    "a bottomless header": (bottomless, "nested too deeply"),
    "a loose triangle": (lambda: packed(triangles=[(0, 1, 2), (1, 4, 2)]), "not there"),
    "a loose node": (lambda: packed(reached=[0, 1, 4]), "not there"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_chart_is_named(path, name):
    make, problem = DAMAGES[name]
    path.write_bytes(make())
    with pytest.raises(ChartFileError) as caught:
        read_chart(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert problem in caught.value.problem


def test_a_missing_chart_is_named(path):
    with pytest.raises(ChartFileError, match="No such file") as caught:
        read_chart(path)
    assert caught.value.path == path
