"""Reads what a scene file says of the practitioner's stance and of the key frames."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from massage_trainer.artwork.hand_reader import Anatomy, Fields, HandReader
from massage_trainer.artwork.scene import MEANINGS, FrameSource, HandWish, StanceSource
from massage_trainer.services.content.yaml_nodes import NodeReader

LYING_ON_A_SIDE = frozenset({"side", "side-leg", "side-resting", "turning"})
_STANCE = ("level", "away_cm", "facing", "stride_cm", "forward")
_FRAME = ("meaning", "like", "hands", "client", "steps", "shift_cm", "lean", "look")
# The client's movements: how far each number may go (degrees; the hook's are metres).
_MOST_LEG = {"flex": 140.0, "knee": 150.0, "abduct": 45.0, "sway": 40.0, "ankle": 60.0}
_MOST_HOOK = {"draw": 0.1, "lift": 0.1}
_MOST = {"tilt": 40.0, "roll": 30.0, "knees_apart_cm": 30.0}


class FrameReader:
    """Reads the frames of one file."""

    def __init__(self, reader: NodeReader, anatomy: Anatomy, hands: HandReader) -> None:
        self._reader = reader
        self._anatomy = anatomy
        self._hands = hands

    def stance(self, node: yaml.Node, position: str) -> StanceSource | None:
        reader = self._reader
        fields = reader.fields(node, ("stand",), ("lean", "look"))
        if "stand" not in fields:
            return None
        stand = reader.fields(fields["stand"], ("beside",), _STANCE)
        if "beside" not in stand:
            return None
        across = ("front", "back") if position in LYING_ON_A_SIDE else ("left", "right")
        beside = reader.known(stand["beside"], "side of the table", (*across, "head", "foot"))
        level = self._landmark(stand["level"]) if "level" in stand else ""
        if beside in across and "level" not in stand:
            reader.fail(fields["stand"], "missing level: the landmark beside which to stand")
        if beside in ("head", "foot") and "level" in stand:
            reader.fail(stand["level"], f"at the {beside} end there is no level")

        def number(name: str, least: float, most: float, default: float) -> float:
            return reader.number(stand[name], least, most) if name in stand else default

        return StanceSource(
            where=reader.where(node),
            beside=beside,
            level=level,
            away_cm=number("away_cm", -10.0, 60.0, 8.0),
            facing=number("facing", -90.0, 90.0, 0.0),
            stride_cm=number("stride_cm", 0.0, 80.0, 30.0),
            forward=reader.known(stand["forward"], "foot", ("left", "right"))
            if "forward" in stand
            else "left",
            lean=reader.number(fields["lean"], -30.0, 70.0) if "lean" in fields else 20.0,
            look=self._look(fields["look"]) if "look" in fields else "hands",
        )

    def _landmark(self, node: yaml.Node) -> str:
        name = self._reader.text(node)
        key = self._anatomy.key(name)
        if name and not key:
            self._reader.fail(node, f"unknown landmark {name[:60]!r}", self._anatomy.like(name))
        return key

    def _look(self, node: yaml.Node) -> str:
        name = self._reader.text(node)
        return name if name in ("hands", "face") else self._landmark(node)

    def frames(
        self, node: yaml.Node | None, root: yaml.Node, *, with_hands: bool
    ) -> dict[str, FrameSource]:
        if node is None:
            return {"rest": FrameSource("rest", self._reader.where(root))}
        raw: dict[str, tuple[Fields, dict[str, Fields]]] = {}
        out: dict[str, FrameSource] = {}
        for name, key, value in self._reader.pairs(node):
            if name != "rest" and "~" in name:
                self._reader.fail(key, f"a frame's name has no ~: {name!r}")
            own = self._reader.fields(value, (), _FRAME)
            fields, hands = dict[str, yaml.Node](), dict[str, Fields]()
            base: FrameSource | None = None
            if "like" in own:
                like = self._reader.known(own["like"], "earlier frame", list(raw))
                if like:
                    fields, hands = dict(raw[like][0]), dict(raw[like][1])
                    base = out[like]
            fields |= own
            wishes = dict(base.hands) if base else {}
            self._read_hands(own.get("hands"), hands, wishes, with_hands=with_hands)
            raw[name] = (fields, hands)
            out[name] = self._frame(name, key, fields, own, base, wishes)
        return out

    def _read_hands(
        self,
        node: yaml.Node | None,
        hands: dict[str, Fields],
        wishes: dict[str, HandWish],
        *,
        with_hands: bool,
    ) -> None:
        if node is None:
            return
        if not with_hands:
            self._reader.fail(node, "hands need a practitioner")
        for side, key, value in self._reader.pairs(node):
            if side not in ("left", "right"):
                self._reader.fail_unknown(key, "hand", side, ("left", "right"))
                continue
            hands[side] = self._hands.merged(value, hands.get(side, {}))
            wishes[side] = self._hands.hand(key, hands[side])

    def _frame(
        self,
        name: str,
        key: yaml.Node,
        fields: Fields,
        own: Fields,
        base: FrameSource | None,
        hands: Mapping[str, HandWish],
    ) -> FrameSource:
        reader = self._reader
        client = dict(base.client) if base else {}
        if "client" in own:
            client |= self._client(own["client"])
        shift = (0.0, 0.0)
        if "shift_cm" in fields:
            numbers = [reader.number(n, -30.0, 30.0) for n in reader.items(fields["shift_cm"])]
            if len(numbers) == 2:
                shift = (numbers[0], numbers[1])
            else:
                reader.fail(fields["shift_cm"], "write [forward, to the practitioner's left]")
        meaning = (
            reader.known(fields["meaning"], "meaning", MEANINGS) if "meaning" in fields else ""
        )
        return FrameSource(
            name,
            reader.where(key),
            meaning or "rest",
            hands,
            client,
            reader.whole(own["steps"], 12, 0) if "steps" in own else 1,
            shift,
            reader.number(fields["lean"], -30.0, 70.0) if "lean" in fields else None,
            self._look(fields["look"]) if "look" in fields else "",
        )

    def _client(self, node: yaml.Node) -> dict[str, float]:
        reader = self._reader
        out: dict[str, float] = {}

        def numbers(prefix: str, node: yaml.Node, most: Mapping[str, float]) -> None:
            for name, value in reader.fields(node, (), tuple(most)).items():
                out[prefix + name] = reader.number(value, -most[name], most[name])

        fields = reader.fields(node, (), ("legs", "hook", *_MOST))
        if "legs" in fields:
            if "hook" in fields:
                reader.fail(fields["hook"], "legs are bent by legs or by hook, not by both")
            for side, leg in reader.fields(fields["legs"], (), ("left", "right")).items():
                wanted = reader.fields(leg, ("flex", "knee"), ("abduct", "sway", "ankle"))
                for name, value in wanted.items():
                    most = _MOST_LEG[name]
                    out[f"legs.{side}.{name}"] = reader.number(value, -most, most)
        if "hook" in fields:
            out |= {f"hook.{name}": 0.0 for name in _MOST_HOOK}
            numbers("hook.", fields["hook"], _MOST_HOOK)
        for name, most in _MOST.items():
            if name in fields:
                out[name] = reader.number(fields[name], -most, most)
        return out
