"""A deck as QTI 2.2 package: each point is an item in which a place of a picture is selected.

By the IMS Question and Test Interoperability specification 2.2, implementation guide
(https://www.imsglobal.org/question/qtiv2p2/imsqti_v2p2_impl.html, "Select Point Interaction" and
"Content packaging"): the zones are an areaMapping, scored by the template map_response_point.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from massage_trainer.services.export.xml_parts import add, document

if TYPE_CHECKING:
    from massage_trainer.domain.text import LocalizedText
    from massage_trainer.services.export.deck_content import ExportDeck, ExportItem
    from massage_trainer.services.export.pictures import Pictures

_QTI: Final = "http://www.imsglobal.org/xsd/imsqti_v2p2"
_QTI_XSD: Final = "http://www.imsglobal.org/xsd/qti/qtiv2p2/imsqti_v2p2p2.xsd"
_PACKAGE: Final = "http://www.imsglobal.org/xsd/imscp_v1p1"
_PACKAGE_XSD: Final = "http://www.imsglobal.org/xsd/qti/qtiv2p2/qtiv2p2_imscpv1p2_v1p0.xsd"
_SCHEMAS: Final = "http://www.w3.org/2001/XMLSchema-instance"
_TEMPLATE: Final = "http://www.imsglobal.org/question/qti_v2p2/rptemplates/map_response_point"
_TOLD: Final = "why"
_ALT: Final = "Lưng, chân / Back, legs"


def qti_bytes(deck: ExportDeck, pictures: Pictures) -> bytes:
    """A zip with the manifest, the items and their pictures, each picture once."""
    content = io.BytesIO()
    manifest = _root("manifest", _PACKAGE, _PACKAGE_XSD, identifier="massage-trainer")
    metadata = add(manifest, "metadata")
    add(metadata, "schema", "QTIv2.2 Package")
    add(metadata, "schemaversion", "1.0.0")
    add(manifest, "organizations")
    resources = add(manifest, "resources")
    stored: set[str] = set()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for item in deck.items:
            picture = pictures.plain(item)
            image = f"images/{hashlib.sha256(picture).hexdigest()[:16]}.jpg"
            if image not in stored:
                stored.add(image)
                archive.writestr(image, picture, zipfile.ZIP_STORED)
            name = f"items/{_identifier(item)}.xml"
            archive.writestr(name, document(_item(item, f"../{image}", pictures.size(item))))
            resource = add(
                resources,
                "resource",
                identifier=_identifier(item),
                type="imsqti_item_xmlv2p2",
                href=name,
            )
            for file in (name, image):
                add(resource, "file", href=file)
        archive.writestr("imsmanifest.xml", document(manifest))
    return content.getvalue()


def _identifier(item: ExportItem) -> str:
    return item.locate.key.replace(":", "-")


def _root(name: str, namespace: str, schema: str, **attributes: str) -> ET.Element:
    """The names of the namespace are plain, for readers that know no others."""
    location = {"xmlns": namespace, "xmlns:xsi": _SCHEMAS}
    location["xsi:schemaLocation"] = f"{namespace} {schema}"
    return ET.Element(name, location | attributes)


def _item(item: ExportItem, image: str, size: tuple[int, int]) -> ET.Element:
    width, height = size
    root = _root(
        "assessmentItem",
        _QTI,
        _QTI_XSD,
        identifier=_identifier(item),
        title=item.code,
        adaptive="false",
        timeDependent="false",
        toolName="massage-trainer",
    )
    response = add(
        root,
        "responseDeclaration",
        identifier="RESPONSE",
        cardinality="single",
        baseType="point",
    )
    x, y = item.zones[0].at
    place = f"{round(x * width)} {round(y * height)}"
    add(add(response, "correctResponse"), "value", place)
    mapping = add(response, "areaMapping", lowerBound="0", upperBound="1", defaultValue="0")
    for zone in item.zones:
        corners = zone.pixels(width, height)
        coords = ",".join(f"{x},{y}" for x, y in (*corners, corners[0]))
        add(mapping, "areaMapEntry", shape="poly", coords=coords, mappedValue="1")
    _outcome(root, "SCORE", "float", "0")
    _outcome(root, "FEEDBACK", "identifier", _TOLD)
    body = add(root, "itemBody")
    asked = add(
        body,
        "selectPointInteraction",
        responseIdentifier="RESPONSE",
        maxChoices="1",
        minChoices="1",
    )
    _both(add(asked, "prompt"), "span", item.locate.prompt)
    add(
        asked,
        "object",
        _ALT,
        data=image,
        type="image/jpeg",
        width=str(width),
        height=str(height),
    )
    add(root, "responseProcessing", template=_TEMPLATE)
    told = add(
        root, "modalFeedback", outcomeIdentifier="FEEDBACK", identifier=_TOLD, showHide="show"
    )
    _both(told, "p", item.locate.why)
    return root


def _outcome(root: ET.Element, name: str, kind: str, value: str) -> None:
    outcome = add(root, "outcomeDeclaration", identifier=name, cardinality="single", baseType=kind)
    add(add(outcome, "defaultValue"), "value", value)


def _both(parent: ET.Element, name: str, words: LocalizedText) -> None:
    add(parent, name, words.vi, **{"xml:lang": "vi"})
    if name == "span":
        add(parent, "br")
    add(parent, name, words.en, **{"xml:lang": "en"})
