"""Picks places in live pictures of shipped scenes for test_live_picks.py, at several turns.

``python draw_picks.py FOLDER`` on a display. What was picked is judged where the still is.
"""

import json
import random
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from massage_trainer.app.judges import Judges
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.live_camera import room_of
from massage_trainer.domain.live_seat import Round
from massage_trainer.domain.live_sight import Lens, Sightline
from massage_trainer.domain.live_skin import PosedBody
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.stage_camera import Orbit
from massage_trainer.domain.stage_time import StageMoment
from massage_trainer.domain.still_places import Sight
from massage_trainer.domain.verdict import SideRule, Target
from massage_trainer.services.clock import SystemClock
from massage_trainer.services.live_bodies import LiveBodies
from massage_trainer.services.live_meshes import LiveMeshStore
from massage_trainer.services.live_scenes import LiveScenes
from massage_trainer.services.live_skeletons import SkeletonStore
from massage_trainer.services.plates import PlateFiles, read_plate_index
from massage_trainer.services.resources import assets_dir
from massage_trainer.widgets.stage.camera_hands import CameraHands
from massage_trainer.widgets.stage.studio import Studio
from massage_trainer.widgets.stage.view import LiveStage
from tests.quiz_examples import shipped_source

STAGE, PLATES = assets_dir() / "stage", assets_dir() / "plates"
SIZE = (1000, 700)
PATIENCE_S = 60.0
STILLS = (
    ("points-back", None, ClientBody.MAN),
    ("points-leg-side", None, ClientBody.WOMAN),
    ("points-hip-side", None, ClientBody.MAN),
    ("loin-xat", None, ClientBody.MAN),
    ("leg-bend", Side.LEFT, ClientBody.MAN),
)
TURNS = ((0.0, 0.0, 1.0), (55.0, 15.0, 1.3), (-70.0, 20.0, 0.8))
TOUCHES = 12  # places of the still beside the points


def wait(until: Any, seconds: float = PATIENCE_S) -> None:
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "nothing came"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.002)


class Stand:
    def __init__(self) -> None:
        self.studio = Studio(LiveMeshStore(assets_dir() / "live"))
        self.view = LiveStage(self.studio)
        self.view.resize(*SIZE)
        self.view.show()
        self.scenes, self.bones = LiveScenes(STAGE), SkeletonStore(STAGE)
        self.bodies = LiveBodies(STAGE, self.bones)
        self.index = read_plate_index(PLATES)
        self.plates = PlateFiles(PLATES, self.index)
        self.catalog = shipped_source().catalog
        self.judges = Judges(STAGE, lambda problem: None)
        self.answers: dict[int, Any] = {}
        self.view.place_found.connect(lambda number, place: self.answers.update({number: place}))
        self.took_ms: list[float] = []

    def pick(self, at: tuple[float, float]) -> Any:
        began = time.perf_counter()
        number = self.view.ask_place(*at)
        wait(lambda: number in self.answers)
        self.took_ms.append(1000 * (time.perf_counter() - began))
        return self.answers.pop(number)

    def settled(self) -> bool:
        frame = self.view.frame
        if frame is None:
            return False
        return frame.take.camera == self.view.camera and frame.take.scene is self.view.scene

    def rests(self) -> bool:
        """Whether the finest picture is there, whose places are exact."""
        frame = self.view.frame
        return self.settled() and frame is not None and frame.finest


def picks(stand: Stand) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for plate_id, side, client in STILLS:
        still = stand.index.still(plate_id, side, client=client)
        of = stand.scenes.of(still)
        judge = stand.judges.find(still.client, stand.catalog)
        positions, places = stand.plates.position_map(still), stand.plates.places(still)
        assert of
        assert judge
        assert positions
        assert places
        body = stand.bodies.of(of.scene)[0]
        assert body
        room = room_of(of.scene, stand.bones.of(of.scene))
        chance = random.Random(plate_id)
        spots = [
            (key, spot.at)
            for key, sides in places.points.items()
            for spot in sides.values()
            if spot.sight is Sight.VISIBLE
        ]
        asked = []  # what the still says of a touch: the point asked for, its place, the verdict
        for key, at in spots:
            place = positions.place_at(at)
            code = key.partition("@")[0]
            if place and judge.can_judge(code):
                asked.append((key, place, judge.judge(Target(code, SideRule.EITHER), place)))
        codes = [key.partition("@")[0] for key, _, _ in asked]
        while codes and len(asked) < len(codes) + TOUCHES:
            place = positions.place_at((chance.random(), chance.random()))
            if place:
                code = chance.choice(codes)
                asked.append(("", place, judge.judge(Target(code, SideRule.EITHER), place)))
        for part, turn in enumerate(TURNS):
            yaw, pitch, nearer = turn
            seat = Round(Orbit.of(of.camera), room).turned(yaw, pitch).zoomed(nearer)
            moment = StageMoment.at(still.moment)
            stand.view.show_scene(of.scene, moment, seat.orbit.camera)
            wait(stand.rests)  # a rough picture may show a place through cloth for a moment
            frame = stand.view.frame
            assert frame
            lens = Lens(frame.take.camera, SIZE[0] / SIZE[1])
            posed = PosedBody(body, frame.take.poses[0])
            line = Sightline(lens, frame.reach)
            # Every point from where the still is, and half of them from each other side.
            for key, place, verdict in asked[part % 2 :: 2] if part else asked:
                pulls = body.bound(place)
                seen = line.see(posed.of(pulls)) if pulls is not None else None
                if seen is None or seen.sight is not Sight.VISIBLE:
                    continue
                at = seen.at
                if frame.places is None or not frame.places.shows(at, place):
                    continue  # nor would it be drawn there
                picked = stand.pick(at)
                live = judge.judge(verdict.target, picked)
                found.append(
                    {
                        "still": f"{plate_id} {turn}",
                        "key": key,
                        "asked": verdict.target.code,
                        "place": place,
                        "picked": picked,
                        "grades": [verdict.grade.value, live.grade.value],
                        "sites": [verdict.site, live.site],
                        "sides": [verdict.side.value, live.side.value],
                        "cun": [verdict.distance_cun, live.distance_cun],
                        "bounds": [verdict.hit_cun, live.hit_cun],
                    }
                )
    return found


def visits(stand: Stand) -> list[dict[str, Any]]:
    """A double click and a wheel over a place: it comes to the middle, or stays where it was."""
    still = stand.index.still(STILLS[0][0], None, client=ClientBody.MAN)
    of = stand.scenes.of(still)
    assert of
    hands = CameraHands(stand.view, SystemClock(), stand.bones.of, reduced=lambda: True)
    found = []
    for turn in TURNS:
        hands.begin(of.scene, of.camera)
        seat = Round(Orbit.of(of.camera), room_of(of.scene, stand.bones.of(of.scene)))
        start = seat.turned(*turn[:2]).orbit.camera
        for at in ((0.4, 0.4), (0.6, 0.55)):
            stand.view.show_scene(of.scene, StageMoment.at(still.moment), start)
            hands.stand(start)
            wait(stand.settled)
            place = stand.pick(at)
            if place is None:
                continue
            hands.zoom(1.6, at)
            wait(stand.settled)
            there = stand.pick(at)
            hands.stand(start)
            wait(stand.settled)
            assert hands.visit(at)
            wait(stand.settled)
            found.append({"place": place, "zoomed": there, "visited": stand.pick((0.5, 0.5))})
    return found


if __name__ == "__main__":
    app = QApplication([])
    stand = Stand()
    report = {"picks": picks(stand), "visits": visits(stand), "took_ms": stand.took_ms}
    stand.studio.close()
    stand.plates.close()
    (Path(sys.argv[1]) / "picks.json").write_text(json.dumps(report), encoding="utf-8")
