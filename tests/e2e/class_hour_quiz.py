"""In the same hour: a round of questions of several kinds, with clicks and with hands."""

from PySide6.QtCore import Qt

from massage_trainer.viewmodels.quiz import Stage
from massage_trainer.widgets.audience.question_words import share_text

KINDS = ("locate-point", "name-point", "same-level", "caution", "name-stroke")
PLACES = ((0.42, 0.5), (0.46, 0.5), (0.5, 0.5), (0.54, 0.46))
SEED = 5


class Asking:
    """An instructor asks by the console; what the class says comes in by mouse and keys."""

    def __init__(self, room):
        self.room = room
        room.press("class-quiz")
        self.sheet = room.page.current
        self.quiz = room.flow.quiz.quiz
        self.told = {"leaks": [], "same": [], "kinds": [], "counted": [], "taken back": []}

    @property
    def pane(self):
        return self.sheet.question_pane

    def setup(self):
        room = self.room
        for kind, check in self.sheet.setup_pane.kinds.items():
            if check.isChecked() != (kind in KINDS):
                self.sheet.setup_pane._scroll.ensureWidgetVisible(check)
                room.settle()
                room.press(check)
        room.find("class-seed").setValue(SEED)
        room.look("quiz-setup")
        room.key(Qt.Key.Key_Tab)
        room.press("start-class-round")

    def ask(self):
        number = 0
        while self.quiz.stage is Stage.ROUND:
            number += 1
            name = f"question-{number}-{self.quiz.question.kind}"
            self.told["kinds"].append(self.quiz.question.kind)
            before = self.room.look(f"{name}-a-asked")
            self._vote(number)
            if self.room.look(f"{name}-b-counted") != before:
                self.told["leaks"].append(name)
            counted = self.quiz.votes.total
            self.room.press("tell")
            self.told["counted"].append(counted)
            if self.room.look(f"{name}-c-told") == before:
                self.told["same"].append(name)
            if number == 2:
                self._ask_again(name)
            if number == 3:
                self._correct(name)
            self.room.clock.ms += 1_000
            self.room.press("onward")
        self.room.look("quiz-result")

    def _vote(self, number):
        room = self.room
        if self.quiz.round.points:
            for place in PLACES:
                room.touch(self.pane.picture, place)
        else:
            room.press("hand-1")
            for key in (Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_1):
                room.key(key)
        before = self.quiz.votes.total
        room.key(Qt.Key.Key_Backspace)
        self.told["taken back"].append(before - self.quiz.votes.total)

    def _ask_again(self, name):
        self.room.clock.ms += 1_000
        self.room.press("ask-again")
        self.room.look(f"{name}-d-again")
        self._vote(0)
        self.room.press("tell")
        self.room.look(f"{name}-e-told-again")

    def _correct(self, name):
        """A hand was overlooked: back from the answer, one more, and told once more."""
        counted = self.quiz.votes.total
        self.room.press("take-back")
        before = self.room.look(f"{name}-f-corrected")
        if self.quiz.round.points:
            self.room.touch(self.pane.picture, PLACES[0])
        else:
            self.room.key(Qt.Key.Key_1)
        if self.room.look(f"{name}-g-corrected") != before:
            self.told["leaks"].append(f"{name} corrected")
        self.room.press("tell")
        self.told["counted"][-1] = self.quiz.votes.total
        self.told["corrected"] = self.quiz.votes.total - counted

    def kept(self):
        """What of it stands in the database of the class."""
        store = self.room.store
        (group,) = store.groups()
        (one,) = store.rounds(group.id)
        answers = store.answers(one.id)
        return {
            "ended": bool(one.ended),
            "seed": one.seed,
            "answers": len(answers),
            "votes": [len(each.clicks) + sum(each.counts) for each in answers],
        }


def ask_class(room):
    asking = Asking(room)
    asking.setup()
    asking.ask()
    share = share_text(asking.quiz.summary.right, asking.quiz.summary.answered)
    told = asking.told | asking.kept() | {"share": share}
    room.press("other-class-round")
    room.press("class-back")
    return told
