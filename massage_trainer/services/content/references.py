"""Check the names a lesson refers to, and remember what it depends on that has mistakes itself."""

import yaml

from massage_trainer.services.content.vocabulary import Names, Vocabulary
from massage_trainer.services.content.yaml_nodes import NodeReader


class References:
    """Reads references of one lesson against the vocabulary."""

    def __init__(self, reader: NodeReader, vocabulary: Vocabulary) -> None:
        self._reader = reader
        self._told: set[str] = set()  # one message a broken file is enough
        self.vocabulary = vocabulary

    def one(self, node: yaml.Node, names: Names) -> str:
        name = self._reader.text(node)
        if name:
            self._check(node, name, names)
        return name

    def many(self, node: yaml.Node, names: Names) -> tuple[str, ...]:
        for item in self._reader.items(node):
            if isinstance(item, yaml.ScalarNode) and item.value.strip():
                self._check(item, self._reader.text(item), names)
        return self._reader.texts(node)

    def choice(self, question: yaml.Node, question_id: str, choice: yaml.Node) -> str:
        """An answer to a question that the catalogue knows."""
        choice_id = self._reader.text(choice)
        if question_id and choice_id and self._check(question, question_id, self._questions):
            known = self.vocabulary.choices.get(question_id, ())
            if choice_id not in known:
                self._reader.fail_unknown(choice, f"choice of {question_id}", choice_id, known)
        return choice_id

    def choices_of(self, node: yaml.Node, question_id: str) -> tuple[str, ...]:
        """Every answer to a question, or none where the question is not usable."""
        if question_id and self._check(node, question_id, self._questions):
            return self.vocabulary.choices.get(question_id, ())
        return ()

    def plate(self, node: yaml.Node) -> str:
        plate_id = self._reader.text(node)
        known = self.vocabulary.plates.frames
        if plate_id and known is not None and plate_id not in known:
            self._reader.fail_unknown(node, "plate", plate_id, known)
        return plate_id

    def frame(self, node: yaml.Node, plate_id: str) -> str:
        """A frame of this plate; ``PLATE.FRAME`` is one of another."""
        text = self._reader.text(node)
        known = self.vocabulary.plates.frames
        other, dot, frame = text.rpartition(".")
        plate_id = other if dot else plate_id
        if dot and known is not None and plate_id not in known:
            self._reader.fail_unknown(node, "plate", plate_id, known)
        if frame and known is not None and plate_id in known and frame not in known[plate_id]:
            self._reader.fail_unknown(node, f"frame of {plate_id}", frame, known[plate_id])
        return text

    @property
    def _questions(self) -> Names:
        return self.vocabulary.questions

    def _check(self, node: yaml.Node, name: str, names: Names) -> bool:
        if name in names.usable:
            return True
        if name not in names.broken and names.readable:
            self._reader.fail_unknown(node, names.kind, name, names.usable | names.broken)
        elif names.file not in self._told:
            self._told.add(names.file)
            self._reader.fail(
                node, f"{names.kind} {name!r} depends on {names.file}, which has mistakes"
            )
        return False
