"""Read the numbers of a lesson: a value or a range, always with the status it has."""

from typing import Final

import yaml

from massage_trainer.domain.protocol import MOST_COUNT, Amount, Status
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.content.yaml_nodes import NodeReader

_STATUSES: Final = (Status.SOURCE, Status.CORRECTED, Status.APP_DEFAULT)
_STATUS_NAMES: Final = tuple(status.value for status in _STATUSES)
_OPTIONAL: Final = ("value", "least", "most", "chosen", "reason")


class AmountReader:
    """Reads ``{value: 2m, status: source}`` and ``{least: 1m, most: 2m, status: source}``."""

    def __init__(self, reader: NodeReader) -> None:
        self._reader = reader

    def duration(self, node: yaml.Node, key: str) -> Amount:
        return self._amount(node, key, counted=False)

    def count(self, node: yaml.Node, key: str) -> Amount:
        return self._amount(node, key, counted=True)

    def _amount(self, node: yaml.Node, key: str, *, counted: bool) -> Amount:
        reader = self._reader
        if not isinstance(node, yaml.MappingNode):
            example = "3" if counted else "2m"
            reader.fail(
                node,
                "a number needs its status",
                f"write {{value: {example}, status: app_default}}",
            )
            return Amount.exactly(1_000, Status.APP_DEFAULT, key)
        fields = reader.fields(node, ("status",), _OPTIONAL)
        least, most, chosen = self._range(node, fields, counted=counted)
        status, reason = self._status(node, fields)
        return Amount(least, most, chosen, status, key, reason)

    def _range(
        self, node: yaml.Node, fields: dict[str, yaml.Node], *, counted: bool
    ) -> tuple[int, int, int]:
        reader = self._reader
        numbers = {
            name: reader.whole(fields[name], MOST_COUNT)
            if counted
            else reader.duration_ms(fields[name])
            for name in ("value", "least", "most", "chosen")
            if name in fields
        }
        if "value" in numbers:
            if len(numbers) > 1:
                reader.fail(node, "a value and a range at once", "write value, or least and most")
            return (numbers["value"],) * 3
        if "least" not in numbers or "most" not in numbers:
            reader.fail(node, "no value", "write value, or least and most")
            return (1_000,) * 3
        least, most = numbers["least"], numbers["most"]
        if least > most:
            reader.fail(fields["least"], "the least is more than the most", "swap them")
            return least, least, least
        chosen = numbers.get("chosen", least)
        if not least <= chosen <= most:
            reader.fail(fields["chosen"], "the chosen value is outside least and most")
            chosen = least
        return least, most, chosen

    def _status(
        self, node: yaml.Node, fields: dict[str, yaml.Node]
    ) -> tuple[Status, LocalizedText | None]:
        reader = self._reader
        reason = reader.localized(fields["reason"]) if "reason" in fields else None
        if "status" not in fields:
            return Status.APP_DEFAULT, reason
        name = reader.known(fields["status"], "status", _STATUS_NAMES)
        if name == Status.CORRECTED.value and reason is None:
            reader.fail(node, "a corrected number needs its reason", "add reason: {vi: …, en: …}")
            return Status.APP_DEFAULT, None
        return Status(name) if name else Status.APP_DEFAULT, reason
