"""Two bodies with all places of the catalogue, made once; and a small catalogue to break."""

from functools import cache
from pathlib import Path

from massage_trainer.artwork import body as body_model
from massage_trainer.artwork import figure
from massage_trainer.artwork.resolve import resolve
from massage_trainer.artwork.tape import tape_skin
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Acupoint, Catalog, CunSpan, Landmark, Shown, Site, Sure
from massage_trainer.domain.construction import Along, At, Between, Go, Level, OnMesh
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.content.catalog_loader import load_catalog

CATALOG_FOLDER = Path(__file__).resolve().parent.parent.parent / "assets" / "catalog"
BODIES = {
    "client": figure.PHENOTYPE,
    "short": {
        "gender": 1.0,
        "age": 0.6,
        "muscle": 0.45,
        "weight": 0.75,
        "height": 0.25,
        "proportions": 0.4,
    },
}
TEXT = LocalizedText(vi="Một câu.", en="A sentence.")
BACK, MIDDLE, LIMB = (Go.LATERAL, Go.CAUDAL), (Go.LEFT, Go.CAUDAL), (Go.LATERAL, Go.DISTAL)


@cache
def loaded():
    return load_catalog(CATALOG_FOLDER, "assets/catalog")


@cache
def body(name):
    return body_model.load(BODIES[name])


@cache
def tape(name):
    return tape_skin(body(name))


@cache
def resolved(name):
    catalog = loaded()
    return resolve(body(name), catalog.catalog, catalog.marks)


def at(found, key):
    """The place of the left side or the midline."""
    places = found.places[key]
    return places[Side.MIDLINE if Side.MIDLINE in places else Side.LEFT]


def landmark(key, construction, axes=BACK, **more):
    return Landmark(key, TEXT, TEXT, "", axes == MIDDLE, construction, axes, **more)


def acupoint(code, construction, axes=BACK, **more):
    return Acupoint(
        *(code, "", "", "", TEXT, TEXT, "back"),
        midline=axes == MIDDLE,
        shown=Shown.SKIN,
        practice=True,
        sites=(Site(code, construction),),
        axes=axes,
        source=TEXT,
        sure=Sure.HIGH,
        **more,
    )


def small_catalog(*more_points, landmarks=(), spans=(), zones=()):
    """A few places of the client, found by where they are in space."""
    skin = tape("client")

    def near(x, y, z):
        place = skin.closest([x, y, z])
        return OnMesh(tuple(skin.faces[place.face].tolist()), tuple(place.shares.tolist()))

    marks = [
        landmark("T5", near(0.0, 0.1, 0.42), MIDDLE),
        landmark("L2", near(0.0, 0.1, 0.173), MIDDLE),
        landmark("border", near(0.07, 0.1, 0.42)),
        landmark("trochanter", near(0.2, 0.0, -0.03)),
        landmark("hiatus", near(0.0, 0.1, 0.03), MIDDLE),
        landmark("fold", near(0.09, 0.1, -0.116)),
        landmark("knee", near(0.15, 0.05, -0.445), LIMB),
        landmark("ankle", near(0.25, 0.0, -0.88), LIMB),
        *landmarks,
    ]
    points = [
        acupoint("BL23", Level("L2", 1.5, "back")),
        acupoint("GV4", At("L2"), MIDDLE),
        acupoint("GB30", Between("trochanter", "hiatus", 1 / 3)),
        acupoint("BL36", At("fold")),
        acupoint("BL37", Along("BL36", "knee", 6, "thigh"), LIMB),
        *more_points,
    ]
    measured = [
        CunSpan("back", TEXT, "T5", "border", 3, along_skin=True),
        CunSpan("thigh", TEXT, "fold", "knee", 14, along_skin=True),
        *spans,
    ]
    return Catalog(
        strokes={},
        regions={},
        positions={},
        points={point.code: point for point in points},
        cautions={},
        corrections={},
        sentences={},
        questions={},
        landmarks={mark.id: mark for mark in marks},
        spans={span.id: span for span in measured},
        zones={zone.id: zone for zone in zones},
        body_regions={},
        point_cautions={},
    )
