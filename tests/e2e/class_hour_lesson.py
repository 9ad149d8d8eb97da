"""The lesson of the hour: two turns with the swap between them, and every tool once."""

from PySide6.QtCore import Qt

from massage_trainer.domain.classroom.pace import allowance_ms, is_swap, turn_of
from massage_trainer.domain.events import SegmentEnded, SessionState
from massage_trainer.domain.timeline import SegmentKind
from tests.e2e.class_hour_room import same

LESSONS = {"vi": ("lumbar-acupressure", 90), "en": ("other-back-techniques", 60)}  # minutes
WORK = (SegmentKind.WORK, SegmentKind.HOLD, SegmentKind.COUNT)
SECOND_MS = 1_000
SHOWN_MS = 60_000  # how long the class watches a demonstration
RESUME_MS = 3_000  # to get the hands ready again after it
SPOTS = ((0.35, 0.4), (0.4, 0.45), (0.45, 0.42), (0.5, 0.5))


class Teaching:
    """Plays the lesson by the console's own buttons and keys; time is in the hand."""

    def __init__(self, room):
        self.room = room
        self.lesson, self.pacing = room.flow.lesson, room.flow.pace
        self.work = {1: [], 2: []}
        self.reminders, self.secrets, self.tools = [], set(), {}
        self._doing = iter(self._tools())
        self._slower = {1: None, 2: None}  # where slower pairs got more, the same for both
        self.lesson.happened.connect(self._hear)
        self.pacing.reminded.connect(self._remember)

    def _hear(self, event):
        if isinstance(event, SegmentEnded) and event.segment.kind in WORK:
            each = event.segment
            self.work[turn_of(each)].append((each.step.id, str(each.side), event.elapsed_ms))

    def _remember(self, word):
        if word is not None:
            self.reminders.append(word.in_language(self.room.language))

    @property
    def console(self):
        return self.room.page.current.console

    def plan(self):
        room = self.room
        lesson, minutes = LESSONS[room.language]
        room.press("class-lesson")
        room.look("chooser")
        room.press(f"class-lesson-{lesson}")
        room.find("class-minutes").setValue(minutes)
        room.look("plan")
        room.press("put-on")
        room.look("put-on")

    @property
    def _has_points(self):
        return any(row.point_id for row in self.lesson.timeline.rows)

    def play(self):
        """To the end; what waits for a word gets the time that is planned for it."""
        room, lesson = self.room, self.lesson
        room.key(Qt.Key.Key_PageDown)  # as a remote begins
        began = room.clock.ms
        seen = None
        while lesson.state is not SessionState.FINISHED:
            countdown, segment = lesson.countdown, lesson.segment
            if segment.row != seen:
                seen = segment.row
                self._hear_notes()
                room.look(f"{turn_of(segment)}-{'swap' if is_swap(segment) else segment.step.id}")
            if countdown.waiting:
                self._pass(allowance_ms(segment))
                room.press(self.console.transport.toggle)
                continue
            if countdown.begun and countdown.left_ms > 8_000 and segment.kind in WORK:
                self._give_time(segment)
                if bool(segment.point_id) is self._has_points:
                    next(self._doing, None)
            self._pass(min(SECOND_MS, lesson.countdown.left_ms))
        room.look("finished")
        played = room.clock.ms - began
        room.press("other-lesson")
        room.look("chooser-after")
        room.press("class-back")
        return played

    def _pass(self, ms):
        whole, rest = divmod(ms, SECOND_MS)
        self.room.stand.ticker.pass_time(*[SECOND_MS] * whole, *[rest] * bool(rest))

    def _hear_notes(self):
        """What is written for whoever teaches; the class never reads it."""
        for note in self.pacing.notes:
            for text in (note.show, note.mistakes, note.ask):
                if text is not None:
                    self.secrets.add(text.in_language(self.room.language))

    def _give_time(self, segment):
        """15 seconds for slower pairs: at one place, in either turn."""
        turn = turn_of(segment)
        place = segment.path.partition("/")[2]
        if self._slower[turn] is None and self._slower.get(turn - 1, place) == place:
            if not self.pacing.pace.may_wait:
                return
            self._slower[turn] = place
            self.room.look(f"before-slower-{turn}")
            if turn == 1:
                self.room.press("slower-pairs")
            else:
                self.room.key(Qt.Key.Key_Plus)
            self.room.look(f"slower-{turn}")

    def _tools(self):
        """One after the other, a second of the lesson between them."""
        yield from self._covers()
        yield from self._pointers()
        yield from self._looks()
        yield from self._demonstration()
        yield from self._freeze()

    def _covers(self):
        room = self.room
        for key, name in ((Qt.Key.Key_B, "black"), (Qt.Key.Key_W, "white")):
            before = room.look(f"before-{name}")
            room.key(key)
            covered = room.look(name)
            room.key(key)
            self.tools[name] = [
                covered.pixelColor(960, 540).name(),
                same(room.look(f"after-{name}"), before),
            ]
            yield

    def _pointers(self):
        """Spotlight, magnifier and pen on the console's copy of the picture; then larger."""
        room = self.room
        for name in ("spotlight", "lens", "pen"):
            picture = self.console.preview.picture
            before = room.look(f"before-{name}")
            room.press(f"class-{name}")
            room.point(picture, SPOTS[0])
            room.touch(picture, *SPOTS)
            shown = room.look(name)
            if name == "spotlight":
                row = self.lesson.segment.row
                room.key(Qt.Key.Key_Right)
                room.key(Qt.Key.Key_Down)
                lit = room.look("light-by-keys")
                self.tools["light by keys"] = [lit != shown, self.lesson.segment.row == row]
            if name == "pen":
                room.press("class-undo-pen")
                self.tools["undone"] = same(room.look("undone"), before)
                for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
                    room.key(key)
                self.tools["pen by keys"] = not same(room.look("pen-by-keys"), before)
                room.press("class-clear-pen")
            room.key(Qt.Key.Key_Escape)
            self.tools[name] = [shown != before, same(room.look(f"after-{name}"), before)]
            yield
        before = room.look("before-zoom")
        room.press("class-zoom-in")
        room.press("class-zoom-in")
        zoomed = room.look("zoom")
        room.press("class-whole")
        self.tools["zoom"] = [zoomed != before, same(room.look("after-zoom"), before)]
        yield

    def _looks(self):
        """Every layer off and on, every size of the words, strong contrast."""
        room = self.room
        layers = []
        for name in ("points", "lines", "zones", "labels", "arrows"):
            before = room.look(f"before-{name}")
            room.press(f"class-{name}")
            layers.append(not same(room.look(name), before))
            room.press(f"class-{name}")
            self.tools[f"back: {name}"] = same(room.look(f"after-{name}"), before)
            yield
        self.tools["layers"] = sum(layers)
        before = room.look("before-words")
        sizes = []
        for number in range(3):
            room.press("class-text-size")
            sizes.append(room.look(f"words-{number}"))
        self.tools["words"] = [sizes[0] != before, sizes[1] != sizes[0], same(sizes[2], before)]
        room.press("class-contrast")
        strong = room.look("contrast")
        room.press("class-contrast")
        self.tools["contrast"] = [strong != before, same(room.look("after-contrast"), before)]
        yield

    def _demonstration(self):
        room = self.room
        left = self.lesson.countdown.left_ms
        room.press("demonstrate")
        room.clock.ms += SHOWN_MS
        room.look("demonstration")
        room.press("demonstrate")
        room.look("going-on")
        self._pass(RESUME_MS)
        self.tools["same place"] = self.lesson.countdown.left_ms == left
        yield

    def _freeze(self):
        """The class keeps its picture while the lesson goes on to the next line."""
        room, row = self.room, self.lesson.segment.row
        before = room.look("before-freeze")
        room.press("class-freeze")
        while self.lesson.segment.row == row:
            self._pass(min(SECOND_MS, self.lesson.countdown.left_ms))
        frozen = room.look("frozen")
        self.tools["frozen"] = frozen == before
        room.key(Qt.Key.Key_F)
        self.tools["let go"] = room.look("let-go") != before
        yield


def teach_lesson(room):
    teaching = Teaching(room)
    teaching.plan()
    planned = teaching.pacing.plan.total_ms
    played = teaching.play()
    pace = teaching.pacing.pace
    return {
        "played_ms": played,
        "planned_ms": planned,
        "moves": {cause.name: ms for cause, ms in pace.moves},
        "fits": teaching.pacing.plan.fits,
        "same": teaching.work[1] == teaching.work[2],
        "work": len(teaching.work[1]),
        "reminders": teaching.reminders,
        "tools": teaching.tools,
        "secrets": sorted(teaching.secrets),
    }
