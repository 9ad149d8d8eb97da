"""The client's body together with its joints and the patches of skin it can rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from massage_trainer.artwork import fitting
from massage_trainer.artwork.body import Body
from massage_trainer.artwork.joints import Rig
from massage_trainer.artwork.mesh import Floats, Ints, normals
from massage_trainer.artwork.pose import Pose, skin, skin_normals
from massage_trainer.artwork.settle import Obstacle


@dataclass(frozen=True, slots=True)
class Client:
    """One body, its rig and its zones."""

    body: Body
    rig: Rig
    zones: Mapping[str, Ints]

    def along(self, x: float, head: float) -> float:
        """Where along the table this body has what the pattern has at `x`.

        The head end of both their trunks lies at `head`.
        """
        return head + (x - head) * fitting.size(self.body)

    def obstacle(self, pose: Pose, *names: str) -> Obstacle:
        """Parts of the posed skin that other parts must stay out of."""
        ids = np.unique(np.concatenate([self.zones[name] for name in names]))
        facing = normals(self.body.points, self.body.groups["body"])
        return Obstacle(
            skin(self.body, pose, self.body.points[ids], self.body.weights[ids]),
            skin_normals(self.body, pose, facing[ids], self.body.weights[ids]),
        )

    def zone(self, pose: Pose, name: str) -> Floats:
        """Where one patch of skin is in the pose."""
        ids = self.zones[name]
        return skin(self.body, pose, self.body.points[ids], self.body.weights[ids])
