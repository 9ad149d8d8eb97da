"""The QTI package, read by a strict reader of its own, against the deck it was made of.

What the reader insists on is what the implementation guide of IMS QTI 2.2 says (sections "Select
Point Interaction", "areaMapping", "Content packaging", final release):
https://www.imsglobal.org/question/qtiv2p2/imsqti_v2p2_impl.html
"""

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from massage_trainer.services.export.qti import qti_bytes
from tests.export_examples import pictures, shipped_deck

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p2}"
PACKAGE = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
XML = "{http://www.w3.org/XML/1998/namespace}"
TEMPLATE = "http://www.imsglobal.org/question/qti_v2p2/rptemplates/map_response_point"
IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
ORDER = [
    "responseDeclaration",
    "outcomeDeclaration",
    "outcomeDeclaration",
    "itemBody",
    "responseProcessing",
    "modalFeedback",
]
DECK = "lesson:lumbar-acupressure"


def only(parent, path):
    found = parent.findall(path.replace("/", f"/{QTI}") if path.startswith("/") else QTI + path)
    assert len(found) == 1, path
    return found[0]


def read_item(text, names, folder):
    root = ElementTree.fromstring(text)
    assert root.tag == f"{QTI}assessmentItem"
    assert [child.tag.removeprefix(QTI) for child in root] == ORDER
    assert IDENTIFIER.fullmatch(root.get("identifier"))
    assert root.get("title")
    assert {root.get("adaptive"), root.get("timeDependent")} == {"false"}
    response = only(root, "responseDeclaration")
    assert (response.get("cardinality"), response.get("baseType")) == ("single", "point")
    mapping = only(response, "areaMapping")
    assert float(mapping.get("defaultValue")) == 0
    assert float(mapping.get("upperBound")) == 1
    zones = []
    for entry in mapping:
        assert entry.tag == f"{QTI}areaMapEntry"
        assert (entry.get("shape"), float(entry.get("mappedValue"))) == ("poly", 1)
        assert re.fullmatch(r"\d+(,\d+)+", entry.get("coords"))
        numbers = list(map(int, entry.get("coords").split(",")))
        assert len(numbers) % 2 == 0
        corners = list(zip(numbers[::2], numbers[1::2], strict=True))
        assert corners[0] == corners[-1], "a polygon is closed"
        zones.append(corners[:-1])
    body = only(root, "itemBody")
    asked = only(body, "selectPointInteraction")
    assert asked.get("responseIdentifier") == response.get("identifier")
    assert asked.get("maxChoices") == "1"
    assert [child.tag.removeprefix(QTI) for child in asked] == ["prompt", "object"]
    shown = only(asked, "object")
    image = (folder + "/" + shown.get("data")).replace(f"{folder}/../", "")
    assert image in names
    assert shown.get("type") == "image/jpeg"
    size = (int(shown.get("width")), int(shown.get("height")))
    for corners in zones:
        assert all(0 <= x <= size[0] and 0 <= y <= size[1] for x, y in corners)
    right = tuple(map(int, only(only(response, "correctResponse"), "value").text.split()))
    assert only(root, "responseProcessing").get("template") == TEMPLATE
    outcomes = {each.get("identifier"): each for each in root.findall(f"{QTI}outcomeDeclaration")}
    assert outcomes["SCORE"].get("baseType") == "float"
    told = only(root, "modalFeedback")
    default = only(only(outcomes[told.get("outcomeIdentifier")], "defaultValue"), "value")
    assert default.text == told.get("identifier")
    prompts = {span.get(f"{XML}lang"): span.text for span in only(asked, "prompt") if span.text}
    whys = {part.get(f"{XML}lang"): part.text for part in told}
    return root.get("identifier"), zones, size, right, image, prompts, whys


def read_package(content):
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    names = archive.namelist()
    assert len(set(names)) == len(names)
    manifest = ElementTree.fromstring(archive.read("imsmanifest.xml"))
    assert manifest.tag == f"{PACKAGE}manifest"
    parts = [child.tag.removeprefix(PACKAGE) for child in manifest]
    assert parts == ["metadata", "organizations", "resources"]
    named = {"imsmanifest.xml"}
    items = []
    for resource in manifest.find(f"{PACKAGE}resources"):
        assert resource.get("type") == "imsqti_item_xmlv2p2"
        files = [file.get("href") for file in resource]
        assert resource.get("href") in files
        named.update(files)
        item = read_item(archive.read(resource.get("href")), files, "items")
        assert item[0] == resource.get("identifier")
        items.append(item)
    assert named == set(names), "every file is named in the manifest, and is there"
    return archive, items


@pytest.fixture(scope="module")
def made(qapp):
    drawn = pictures(1200)
    return read_package(qti_bytes(shipped_deck(DECK), drawn)), drawn


def test_every_zone_comes_back_within_half_a_pixel(made):
    (_, items), drawn = made
    deck = shipped_deck(DECK)
    assert len(items) == len(deck.items)
    for item, (name, zones, size, right, *_) in zip(deck.items, items, strict=True):
        assert name == f"locate-point-{item.code}"
        assert size == drawn.size(item)
        assert len(zones) == len(item.zones)
        for zone, corners in zip(item.zones, zones, strict=True):
            for x, y in zone.corners:
                away = min(max(abs(x * size[0] - u), abs(y * size[1] - v)) for u, v in corners)
                assert away <= 0.5
        (x, y) = item.zones[0].at
        assert max(abs(x * size[0] - right[0]), abs(y * size[1] - right[1])) <= 0.5


def test_the_words_are_those_of_the_quiz_in_both_languages(made):
    (_, items), _ = made
    for item, (*_, prompts, whys) in zip(shipped_deck(DECK).items, items, strict=True):
        assert prompts == {"vi": item.locate.prompt.vi, "en": item.locate.prompt.en}
        assert whys == {"vi": item.locate.why.vi, "en": item.locate.why.en}


def test_the_pictures_are_as_large_as_they_say_and_say_nothing_else(made):
    (archive, items), _ = made
    for name, _, size, _, image, *_ in items:
        picture = QImage.fromData(archive.read(image))
        assert (picture.width(), picture.height()) == size
        assert name.rpartition("-")[2].lower() not in image
