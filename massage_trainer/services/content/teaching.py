"""Collect the instructor's notes of a lesson, beside its steps."""

from collections.abc import Collection
from dataclasses import replace
from typing import Final

import yaml

from massage_trainer.domain.protocol import TeachingNotes
from massage_trainer.services.content.yaml_nodes import NodeReader

TEACH_KEYS: Final = ("show", "mistakes", "ask")


class TeachingReader:
    """Reads ``teach`` of steps and blocks, and takes over the notes of what is reused."""

    def __init__(self, reader: NodeReader) -> None:
        self._reader = reader
        self.found: list[TeachingNotes] = []

    def read(self, node: yaml.Node, step_ids: Collection[str]) -> None:
        """``teach: {show: …, mistakes: …, ask: …}``: at least one of the three."""
        reader = self._reader
        fields = reader.fields(node, (), TEACH_KEYS)
        if isinstance(node, yaml.MappingNode) and not node.value:
            reader.fail(node, "notes without a word", f"write one of {', '.join(TEACH_KEYS)}")
        texts = {key: reader.localized(value) for key, value in fields.items()}
        if texts:
            self.found.append(TeachingNotes(tuple(step_ids), **texts))

    def take_over(self, notes: Collection[TeachingNotes], step_ids: Collection[str]) -> None:
        """The notes about those steps of another lesson that are reused here."""
        for note in notes:
            if about := tuple(step_id for step_id in note.steps if step_id in step_ids):
                self.found.append(replace(note, steps=about))
