"""Reads an exported .apkg with Anki's own library and compares it with the same deck as CSV.

Run it with the interpreter of a throw-away environment that has the package `anki` (AGPL: it is
neither shipped nor needed to run or test the program):

    python packaging/check_apkg.py DECK.apkg DECK.csv
"""

from __future__ import annotations

import csv
import sys
import tempfile
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageRequest

WIDTH, HEIGHT = 1200, 800  # of the pictures
WITHIN = 0.5  # pixels


def zones_of_table(path: Path) -> dict[str, list[list[tuple[float, float]]]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "locate"]
    return {
        row["code"]: [
            [
                (float(x), float(y))
                for x, y in (corner.split(",") for corner in zone.partition(":")[2].split())
            ]
            for zone in row["zones"].split("|")
        ]
        for row in rows
    }


def zones_of_note(data: object) -> list[list[tuple[float, float]]]:
    found = []
    for occlusion in data.note.occlusions:
        for shape in occlusion.shapes:
            if shape.shape == "polygon":
                points = next(p.value for p in shape.properties if p.name == "points")
                found.append([tuple(map(float, corner.split(","))) for corner in points.split()])
    return found


def check(package: Path, table: Path) -> int:
    wanted = zones_of_table(table)
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        request = ImportAnkiPackageRequest(package_path=str(package.resolve()))
        first = collection.import_anki_package(request).log
        second = collection.import_anki_package(request).log
        farthest, masks, wrong = 0.0, 0, []
        notes = collection.find_notes('note:"Massage trainer: image occlusion"')
        for number in notes:
            note = collection.get_note(number)
            data = collection.get_image_occlusion_note(note_id=number)
            if not data.note.image_data:
                wrong.append(f"{note['Comments']}: no picture")
            right, found = wanted.pop(note["Comments"]), zones_of_note(data)
            if [len(zone) for zone in right] != [len(zone) for zone in found]:
                wrong.append(f"{note['Comments']}: other zones")
                continue
            for one, other in zip(right, found, strict=True):
                masks += 1
                for (x, y), (u, v) in zip(one, other, strict=True):
                    farthest = max(farthest, abs(x - u) * WIDTH, abs(y - v) * HEIGHT)
        cards = [collection.get_card(number) for number in collection.find_cards("")]
        for card in cards:
            rendered = card.render_output()
            if not rendered.question_text.strip() or not rendered.answer_text.strip():
                wrong.append(f"card {card.id}: empty")
        missing = collection.media.check()
        collection.close()
    wrong += [f"{code}: not in the package" for code in wanted]
    wrong += [f"picture not there: {name}" for name in missing.missing]
    wrong += [f"picture not used: {name}" for name in missing.unused]
    if farthest > WITHIN:
        wrong.append(f"a corner is {farthest:.2f} px away")
    print(f"first import: {len(first.new)} new notes; second: {len(second.new)} new,")
    print(f"  {len(second.duplicate)} known; cards: {len(cards)}; zones compared: {masks},")
    print(f"  farthest corner {farthest:.3f} px; mistakes: {len(wrong)}")
    print(*wrong, sep="\n")
    return 1 if wrong or second.new else 0


if __name__ == "__main__":
    sys.exit(check(Path(sys.argv[1]), Path(sys.argv[2])))
