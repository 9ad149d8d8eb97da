"""A flat back in a picture: its points, its position map, and who judges touches of it."""

from dataclasses import replace

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Landmark, Sure, Zone
from massage_trainer.domain.construction import Go, Level, OnMesh
from massage_trainer.domain.position_map import FINENESS, PositionMap
from massage_trainer.domain.protocol import PointHold, Points
from massage_trainer.domain.still_places import MeasuringLine, Run, Sight, Spot, StillPlaces
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.verdict import Judge
from tests.chart_examples import CUN_M, chart, point
from tests.examples import MINUTE, exactly, example_catalog, protocol, step, text
from tests.fakes import FakePlates

WIDTH_M, HEIGHT_M = 0.42, 0.28
BODY_M = 0.3  # the back's width; beside it is the table
PLACES = {  # the client's left member, metres: across from the middle, up
    "BL23": (1.5 * CUN_M, 0.0),
    "BL25": (1.5 * CUN_M, -2.4 * CUN_M),
    "BL52": (3.0 * CUN_M, 0.0),
    "GV4": (0.0, 0.0),
}
MIDLINE = {"GV4"}
NAMES = {
    "BL23": ("Thận du", "Shènshū", "腎俞"),
    "BL25": ("Đại trường du", "Dàchángshū", "大腸俞"),
    "BL52": ("Chí thất", "Zhìshì", "志室"),
    "GV4": ("Mệnh môn", "Mìngmén", "命門"),
}


def fraction_of(across, up):
    """Where a place of the back stands in the picture: head up, the client's left on the left."""
    return 0.5 - across / WIDTH_M, 0.5 - up / HEIGHT_M


def spot(across, up, side, sight=Sight.VISIBLE):
    lateral = 1 if side is Side.RIGHT else -1
    return Spot(
        fraction_of(across, up), sight, (lateral * CUN_M / WIDTH_M, 0.0), (0.0, CUN_M / HEIGHT_M)
    )


def both_sides(across, up, sight=Sight.VISIBLE):
    return {
        Side.LEFT: spot(across, up, Side.LEFT, sight),
        Side.RIGHT: spot(-across, up, Side.RIGHT, sight),
    }


def run(*places):
    return Run(tuple(fraction_of(*place) for place in places))


def measuring_line(across):
    sign = 1 if across > 0 else -1
    return MeasuringLine(
        legs=(run((0.0, 0.0), (across / 2, 0.0), (across, 0.0)),),
        ticks=(fraction_of(sign * CUN_M, 0.0),),
        via=("L2",),
    )


def still_places(map_file="map.bin", sight=Sight.VISIBLE):
    points = {
        code: {Side.MIDLINE: spot(*place, Side.MIDLINE, sight)}
        if code in MIDLINE
        else both_sides(*place, sight)
        for code, place in PLACES.items()
    }
    across = PLACES["BL23"][0]
    lines = {side: measuring_line(s * across) for side, s in ((Side.LEFT, 1), (Side.RIGHT, -1))}
    box = [(3.3, 1.5), (4.5, 1.5), (4.5, -0.5), (3.3, -0.5), (3.3, 1.5)]
    outline = {
        side: (run(*((sign * x * CUN_M, y * CUN_M) for x, y in box)),)
        for side, sign in ((Side.LEFT, 1), (Side.RIGHT, -1))
    }
    return StillPlaces(
        points=points,
        landmarks={"L2": {Side.MIDLINE: spot(0.0, 0.0, Side.MIDLINE)}},
        lines={"BL23": lines},
        zones={"kidney": outline},
        regions={},
        map_file=map_file,
    )


def position_map(columns=84, rows=56, unit=1e-4):
    xs, ys, zs = [], [], []
    for row in range(rows):
        for column in range(columns):
            xs.append(round((0.5 - (column + 0.5) / columns) * WIDTH_M / unit))
            ys.append(0)
            zs.append(round((0.5 - (row + 0.5) / rows) * HEIGHT_M / unit))
    fine = columns * FINENESS
    line = bytes(abs(0.5 - (column + 0.5) / fine) * WIDTH_M < BODY_M / 2 for column in range(fine))
    return PositionMap(columns, rows, line * rows * FINENESS, (xs, ys, zs), unit, 200)


def plate_catalog():
    points = {}
    for code, (name_vi, pinyin, hanzi) in NAMES.items():
        middle = code in MIDLINE
        axes = (Go.LEFT, Go.CAUDAL) if middle else (Go.LATERAL, Go.CAUDAL)
        points[code] = replace(
            point(code, midline=middle, axes=axes), name_vi=name_vi, pinyin=pinyin, hanzi=hanzi
        )
    site = replace(points["BL23"].sites[0], construction=Level("L2", 1.5, "back"))
    find = LocalizedText("từ gai L2 đo ra 1,5 thốn", "from L2 go out 1.5 cun")
    points["BL23"] = replace(
        points["BL23"], sites=(site,), find=find, level_with=("BL52", "GV4", "L2")
    )
    points["BL52"] = replace(points["BL52"], sure=Sure.LOW)
    return replace(
        example_catalog(),
        points=points,
        landmarks={
            "L2": Landmark(
                "L2",
                LocalizedText("gai L2", "spine of L2"),
                text("two above the crests"),
                "picked",
                midline=True,
                construction=OnMesh((1, 2, 3), (0.5, 0.25, 0.25)),
                axes=(Go.LEFT, Go.CAUDAL),
            )
        },
        zones={
            "kidney": Zone(
                "kidney",
                LocalizedText("thận", "kidney"),
                LocalizedText("thận không có cơ che", "no muscle covers it"),
                midline=False,
                corners=tuple(Level("L2", cun, "back") for cun in (3, 4, 5)),
            )
        },
    )


def plate_judge(catalog=None):
    return Judge(chart(PLACES, midline=MIDLINE), (catalog or plate_catalog()).points.values())


def marked_plates(places=None):
    plates = FakePlates("back")
    for name in ("back", "back.left", "back.right"):
        plates.marked[name] = places or still_places()
        plates.maps[name] = position_map()
    return plates


def points_lesson(*sides, codes=("BL23", "BL25"), avoid=()):
    holds = tuple(PointHold(code, exactly(MINUTE)) for code in codes)
    press = replace(step("press", Points(holds), *sides, plate="back"), avoid=avoid)
    return protocol(press, step("rest", Points(holds[:1]), plate="back"))
