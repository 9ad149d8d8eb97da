"""Class lists without a window: kept at once, sorted, taken over from lists, and deleted."""

from dataclasses import replace

import pytest

from massage_trainer.domain.classroom.class_list import ListChoices, NewInList
from massage_trainer.domain.classroom.marks import MarkScale, Standing, mark_text
from massage_trainer.domain.classroom.names import ListOrder
from massage_trainer.services.class_choices import FILE_NAME, JsonClassChoices
from massage_trainer.services.class_lists import ClassListFiles
from massage_trainer.viewmodels.roster import ClassCount, NameTrouble, RosterViewModel
from tests.class_examples import EXAM, MARK, ROUND
from tests.fakes_class import MemoryClassStore


class MemoryChoices:
    def __init__(self, choices=None):
        self.choices = choices or ListChoices()

    def load(self):
        return self.choices

    def save(self, choices):
        self.choices = choices


class Stand:
    def __init__(self, store=None, choices=None):
        self.store = store or MemoryClassStore()
        self.choices = choices or MemoryChoices()
        self.told = []
        self.roster = RosterViewModel(self.store, ClassListFiles(), self.choices)
        for name in ("groups_changed", "current_changed", "list_changed", "not_kept"):
            getattr(self.roster, name).connect(lambda name=name: self.told.append(name))

    def type(self, text):
        found = self.roster.look_into_text(text)
        return self.roster.take_over(self.roster.new_in(found))

    @property
    def names(self):
        return [one.name for one in self.roster.students]


@pytest.fixture
def stand():
    made = Stand()
    made.roster.add_group("K12")
    return made


def test_the_first_class_is_looked_at_and_remembered():
    stand = Stand()
    assert stand.roster.current is None
    assert stand.roster.trouble_with_group("  ") is NameTrouble.EMPTY
    assert stand.roster.add_group(" K12\t sáng ")
    assert stand.roster.current.name == "K12 sáng"
    assert stand.roster.trouble_with_group("k12 SÁNG") is NameTrouble.TAKEN
    assert not stand.roster.add_group("K12 sáng")
    assert stand.roster.add_group("K13")
    stand.roster.choose(1)
    stand.roster.choose(99)
    again = Stand(stand.store, stand.choices)
    assert again.roster.current.name == "K12 sáng"
    assert again.roster.rename_group("K12")
    assert [one.name for one in again.roster.groups] == ["K12", "K13"]


def test_a_list_is_sorted_as_it_is_wished_and_stays_so(stand):
    assert stand.type("S3 Lê Văn Ánh\nS1 Trần Thị Bình\nS2 Đỗ An")
    assert stand.names == ["Đỗ An", "Lê Văn Ánh", "Trần Thị Bình"]
    stand.roster.sort(ListOrder.FAMILY)
    assert stand.names == ["Đỗ An", "Lê Văn Ánh", "Trần Thị Bình"]
    stand.roster.sort(ListOrder.NUMBER)
    assert stand.names == ["Trần Thị Bình", "Đỗ An", "Lê Văn Ánh"]
    assert Stand(stand.store, stand.choices).roster.order is ListOrder.NUMBER


def test_a_second_list_adds_and_renames(stand):
    stand.type("S1 Lê An\nS2 Hồ Ba")
    assert stand.type("number,name,withdrawn\nS1,Lê Ân,\nS2,hồ ba,\nS3,Cô,x\n")
    assert stand.names == ["Lê Ân", "Hồ Ba", "Cô"]
    assert [one.withdrawn for one in stand.roster.students] == [False, False, True]


def test_a_student_is_renamed_withdrawn_and_taken_back(stand):
    stand.type("S1 Lê An\nS2 Hồ Ba")
    one, other = stand.roster.students
    assert stand.roster.trouble_with_student("s2", "Lê An", one.id) is NameTrouble.TAKEN
    assert stand.roster.trouble_with_student("S1", " ", one.id) is NameTrouble.EMPTY
    assert not stand.roster.rename_student(one, "S2", "Lê An")
    assert stand.roster.rename_student(one, "", "Lê Ân")
    assert stand.roster.trouble_with_student("", "Hồ Ba", one.id) is None
    assert stand.roster.withdraw(other, withdrawn=True)
    assert [one.withdrawn for one in stand.roster.students] == [False, True]
    stand.roster.withdraw(stand.roster.students[1], withdrawn=False)
    assert not stand.roster.students[1].withdrawn


def test_what_deleting_takes_is_counted_and_gone(stand):
    stand.type("S1 Lê An\nS2 Hồ Ba")
    exam = stand.store.begin_exam(EXAM)
    stand.store.begin_round(ROUND)
    for one in stand.roster.students:
        stand.store.keep_attempt(replace(MARK, exam=exam, student=one.id))
    stand.roster.read()
    assert stand.roster.count() == ClassCount(students=2, rounds=1, exams=1, attempts=2)
    assert stand.roster.delete_student(stand.roster.students[0]).done
    assert stand.roster.count() == ClassCount(1, 1, 1, 1)
    assert stand.roster.delete_group().done
    assert stand.roster.current is None
    assert (stand.roster.students, stand.roster.overview.exams) == ([], ())
    assert stand.choices.choices.group == 0


def test_what_cannot_be_kept_is_told(stand):
    stand.type("S1 Lê An")
    (one,) = stand.roster.students
    stand.store.is_full = True
    stand.told.clear()
    assert not stand.type("S2 Hồ Ba")
    assert not stand.roster.withdraw(one, withdrawn=True)
    assert not stand.roster.add_group("K13")
    assert not stand.roster.delete_group().done
    assert stand.told.count("not_kept") == 3
    assert stand.roster.current.name == "K12"


def test_nothing_is_taken_over_without_a_class():
    assert not Stand().roster.take_over(NewInList(()))


def test_the_last_attempt_counts_and_a_mark_says_how_far_it_came(stand):
    stand.type("1 An\n2 Ba\n3 Cô\n4 Du\n5 Em\n6 Gì")
    exam = stand.store.begin_exam(EXAM)
    ids = [one.id for one in stand.roster.students]
    done = replace(MARK, exam=exam, ended="2026", state="done", share=0.725)
    for student, change in zip(
        ids,
        (
            {"share": 0.2},
            {"gate": "draping"},
            {"ended": "", "share": None, "state": "running"},
            {"state": "broken-off"},
            {"share": None},
            {"state": "ready"},
        ),
        strict=True,
    ):
        stand.store.keep_attempt(replace(done, student=student, **change))
    stand.store.keep_attempt(replace(done, student=ids[0], number=2))
    stand.roster.read()
    marks = stand.roster.overview.marks
    assert [marks[one, exam].standing for one in ids[:5]] == [
        *(Standing.MARKED, Standing.GATE, Standing.RUNNING, Standing.BROKEN_OFF),
        Standing.UNMARKED,
    ]
    assert (ids[5], exam) not in marks
    assert (marks[ids[0], exam].share, marks[ids[0], exam].attempts) == (0.725, 2)


@pytest.mark.parametrize(
    ("share", "ten", "percent"),
    [
        (0.725, "7,3", "72,5"),
        (0.7249, "7,3", "72,5"),
        (0.0, "0,0", "0"),
        (1.0, "10,0", "100"),
        (0.285, "2,9", "28,5"),
        (0.9949, "10,0", "99,5"),
        (0.994, "9,9", "99,4"),
        (1.2, "10,0", "100"),
    ],
)
def test_marks_are_rounded_once_and_half_up(share, ten, percent):
    assert mark_text(share, MarkScale.TEN, ",") == ten
    assert mark_text(share, MarkScale.PERCENT, ",") == percent


def test_how_lists_are_looked_at_is_kept_without_a_name(tmp_path):
    choices = JsonClassChoices(tmp_path, lambda _: None)
    assert choices.load() == ListChoices()
    wanted = ListChoices(7, ListOrder.FAMILY, MarkScale.PERCENT)
    choices.save(wanted)
    assert choices.load() == wanted
    (tmp_path / FILE_NAME).write_text('{"version": 1, "group": "x", "order": 3, "scale": "?"}')
    assert choices.load() == ListChoices()
