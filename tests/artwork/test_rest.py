"""The client lies on the table: nothing hovers, nothing is sunk in."""

import numpy as np
import pytest

from massage_trainer.artwork.pose import frames
from massage_trainer.artwork.positions import cradle_place, moved
from massage_trainer.artwork.rest_check import TOLERANCE, contacts, face_contact
from tests.artwork.sources import SOURCES


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.id)
def test_no_part_hovers_or_is_sunk_in(client, positions, source):
    found = list(contacts(client, positions[source.position], source))
    assert found
    assert [contact for contact in found if not contact.is_good] == []


def test_the_face_rests_on_the_cradle(client, positions):
    pose = positions["prone"].pose
    assert abs(face_contact(client, pose, cradle_place(client, pose))) <= TOLERANCE


@pytest.mark.parametrize("name", ["prone", "supine"])
def test_a_body_lying_straight_is_symmetrical(client, positions, name):
    body, pose = client.body, positions[name].pose
    _, places = frames(body, pose)
    for bone in ("wrist", "foot", "lowerarm01", "lowerleg01"):
        left, right = places[body.bone(f"{bone}.L")], places[body.bone(f"{bone}.R")]
        assert np.allclose(left * [1, -1, 1], right, atol=0.004)


def test_the_lower_leg_is_straight_and_the_upper_one_bent_on_the_side(client, positions):
    def bend(side):
        _, places = frames(client.body, positions["side"].pose)
        hip, knee, ankle = (
            places[client.body.bone(f"{bone}.{side}")]
            for bone in ("upperleg01", "lowerleg01", "foot")
        )
        thigh, shin = knee - hip, ankle - knee
        cosine = thigh @ shin / np.linalg.norm(thigh) / np.linalg.norm(shin)
        return np.degrees(np.arccos(cosine))

    assert bend("L") < 20
    assert bend("R") > 60


def test_the_knee_draws_a_circle(client, positions):
    source = next(source for source in SOURCES if source.id == "hip-circle")
    knee = client.body.bone("lowerleg01.R")
    places = np.array(
        [
            frames(client.body, moved(client, positions["supine"], frame.client))[1][knee]
            for frame in source.frames.values()
        ]
    )
    middle = places.mean(axis=0)
    radius = np.linalg.norm((places - middle)[:, :2], axis=1)
    assert radius.max() - radius.min() < 0.006
    assert 0.06 < radius.mean() < 0.14
    assert np.ptp(places[:, 2]) < 0.04


def test_the_soles_stay_where_they_are_when_the_pelvis_is_drawn(client, positions):
    source = next(source for source in SOURCES if source.id == "hook-lying-stretch")
    drawn = [
        frames(client.body, moved(client, positions["supine"], frame.client))[1]
        for frame in source.frames.values()
    ]
    foot, pelvis = client.body.bone("foot.R"), client.body.bone("root")
    assert np.linalg.norm(drawn[0][foot] - drawn[1][foot]) < 0.006
    assert 0.01 < drawn[0][pelvis][0] - drawn[1][pelvis][0] < 0.05
