"""Who gives live bodies to the pages that show one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from massage_trainer.domain.live_policy import LivePolicy
    from massage_trainer.domain.live_skin import StageBody
    from massage_trainer.domain.plate import Still
    from massage_trainer.domain.ports import Announcement
    from massage_trainer.domain.scene_of_still import SceneOfStill
    from massage_trainer.domain.stage import Scene, Skeleton
    from massage_trainer.viewmodels.plate import PlateViewModel
    from massage_trainer.widgets.plate.handled import HandledCanvas
    from massage_trainer.widgets.stage.live_body import LiveBody


class LiveSource(Protocol):
    """Gives live bodies, while there are any (LiveRoom)."""

    @property
    def policy(self) -> LivePolicy: ...

    @property
    def policy_changed(self) -> Announcement: ...

    def make_body(self, canvas: HandledCanvas, model: PlateViewModel) -> LiveBody: ...

    def scene_of(self, still: Still) -> SceneOfStill | None: ...

    def bodies_of(self, scene: Scene) -> tuple[StageBody | None, Skeleton | None]: ...

    def try_live(self) -> None: ...

    def prefer_stills(self) -> None: ...
