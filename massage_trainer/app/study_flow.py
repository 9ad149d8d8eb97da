"""The way between the lessons and the pages beside them, which are made when first wanted."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from massage_trainer.widgets.page_row import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from massage_trainer.app.atlas_flow import AtlasFlow
    from massage_trainer.app.class_flow import ClassFlow
    from massage_trainer.app.composition import Program
    from massage_trainer.app.live_room import LiveRoom
    from massage_trainer.app.progress_flow import ProgressFlow
    from massage_trainer.app.quiz_flow import QuizFlow
    from massage_trainer.domain.ports import PlateSource
    from massage_trainer.widgets.lesson_page import LessonPage
    from massage_trainer.widgets.plate.words import PlateWords
    from massage_trainer.widgets.stage.live_picture import LivePicture
    from massage_trainer.widgets.study_area import StudyArea, StudyPage

_IDLE_MS: Final = 600  # after the first paint: whoever starts at once is served first
# The pages that show what belongs to one learner.
REMEMBERING: Final = frozenset({Page.QUIZ, Page.PROGRESS})


class StudyFlow(QObject):
    """Each page has a line in ``_makers``, and none costs the start anything."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._made: dict[Page, StudyPage] = {}
        self._makers: Mapping[Page, Callable[[], StudyPage]] = {
            Page.ATLAS: self._make_atlas,
            Page.QUIZ: self._make_quiz,
            Page.PROGRESS: self._make_progress,
            Page.CLASS: self._make_class,
        }
        row = program.window.library_page.pages
        row.show_pages(self.listed)
        row.chosen.connect(self.go)
        program.window.page_wanted.connect(self.go)

    @property
    def listed(self) -> tuple[Page, ...]:
        """The pages there are, in the order of the row."""
        return tuple(page for page in Page if page is Page.LESSONS or page in self._makers)

    @Slot(Page)
    def go(self, page: Page) -> None:
        """Show a page; a lesson that is on waits meanwhile, and is come back to."""
        if page is Page.LESSONS:
            self.back()
        elif page in self._makers:
            program = self._program
            program.busy_hands.sound.stop_now()
            program.pause()
            program.partner_flow.give_up()
            widget = self.page(page)
            if page in REMEMBERING:
                self.progress_flow.name_learner(self._area)
            self._area.show_page(page, widget)
            program.window.show_page(self._area)
            widget.arrive()
            if page in REMEMBERING:
                program.practice_flow.memory.tell_what_is_odd()

    @Slot()
    def back(self) -> None:
        """To the lesson that waits, else to the lessons."""
        if not self._area.isVisible():
            return
        self._program.busy_hands.sound.stop_now()
        if self._program.lesson.is_open:
            self._program.window.show_lesson()
        else:
            self._program.window.show_library()

    def close(self) -> None:
        """The program ends."""
        if "live_room" in vars(self):
            self.live_room.close()

    @cached_property
    def live_room(self) -> LiveRoom:
        """Where moving pictures come from, for every page."""
        from massage_trainer.app.live_room import LiveRoom

        program = self._program
        return LiveRoom(
            program.practice_flow.data_dir,
            program.preferences,
            program.problems,
            program.app.platformName(),
            self,
        )

    def make_picture(
        self, plates: PlateSource[QImage], words: PlateWords, parent: QWidget | None
    ) -> LivePicture:
        """A picture of the body that can be turned wherever pictures are live."""
        from massage_trainer.widgets.stage.live_picture import LivePicture

        return LivePicture(plates, words, self.live_room, parent)

    def warm_up(self) -> None:
        """Once there is nothing to do: load what a live picture needs, if there will be any."""
        QTimer.singleShot(_IDLE_MS, self._load_stage)

    @property
    def _may_be_live(self) -> bool:
        from massage_trainer.domain.live_policy import WITHOUT_OPENGL, LiveWish

        program = self._program
        wish = LiveWish.of(program.preferences.value.live)
        return program.app.platformName() not in WITHOUT_OPENGL and wish is not LiveWish.NEVER

    def foresee(self, lesson_id: str) -> None:
        """While it is asked who lies on the table, the first live picture is rehearsed."""
        QTimer.singleShot(_IDLE_MS, self, partial(self._rehearse, lesson_id))

    def _rehearse(self, lesson_id: str) -> None:
        from massage_trainer.widgets.picture_wishes import Look

        program = self._program
        if self._may_be_live and not program.lesson.is_open:
            cover = next((c.cover for c in program.library.cards if c.id == lesson_id), "")
            client = Look.of(program.preferences.value).client
            still = program.plates.index.still(cover, client=client)
            if still is not None:
                self.live_room.rehearse(still)

    @Slot()
    def _load_stage(self) -> None:
        if self._may_be_live:
            import massage_trainer.app.live_room
            import massage_trainer.widgets.lesson_live
            import massage_trainer.widgets.stage.studio
            import massage_trainer.widgets.stage.view  # noqa: F401 - loading them is the purpose

            # Whoever comes back goes on where they were, perhaps without being asked anything.
            if last := self._program.preferences.value.last_lesson:
                self._rehearse(last)

    def enliven(self, page: LessonPage) -> None:
        """Let the picture of the lesson move as soon as the page is seen, where anything can."""
        from massage_trainer.app.lesson_live import LessonDawn
        from massage_trainer.domain.live_policy import WITHOUT_OPENGL

        if self._program.app.platformName() not in WITHOUT_OPENGL:
            LessonDawn(self._program, page)

    def make_felt_picture(
        self, plates: PlateSource[QImage], words: PlateWords, parent: QWidget | None
    ) -> LivePicture:
        """The same for whoever only looks: a ring on the skin follows the pointer."""
        from massage_trainer.widgets.stage.live_picture import LivePicture

        return LivePicture(plates, words, self.live_room, parent, feels_skin=True)

    def page(self, page: Page) -> StudyPage:
        """The widget of a page, made when it is first asked for."""
        if page not in self._made:
            self._made[page] = self._makers[page]()
            self._made[page].left.connect(self.back)
        return self._made[page]

    @cached_property
    def quiz_flow(self) -> QuizFlow:
        """The rounds of the quiz."""
        from massage_trainer.app.quiz_flow import QuizFlow

        return QuizFlow(self._program)

    def _make_quiz(self) -> StudyPage:
        self.progress_flow.watch(self.quiz_flow.quiz)
        return self.quiz_flow.make_page()

    @cached_property
    def progress_flow(self) -> ProgressFlow:
        """What is learnt, by whom, and what is due."""
        from massage_trainer.app.progress_flow import ProgressFlow

        return ProgressFlow(self._program)

    def _make_progress(self) -> StudyPage:
        return self.progress_flow.make_page()

    @cached_property
    def atlas_flow(self) -> AtlasFlow:
        """The points and their pictures."""
        from massage_trainer.app.atlas_flow import AtlasFlow

        return AtlasFlow(self._program)

    def _make_atlas(self) -> StudyPage:
        return self.atlas_flow.make_page()

    @cached_property
    def class_flow(self) -> ClassFlow:
        """The class in the room."""
        from massage_trainer.app.class_flow import ClassFlow

        return ClassFlow(self._program)

    def _make_class(self) -> StudyPage:
        return self.class_flow.make_page()

    @cached_property
    def _area(self) -> StudyArea:
        from massage_trainer.widgets.study_area import StudyArea

        area = StudyArea(self.listed, self._program.window)
        area.pages.chosen.connect(self.go)
        self._program.window.wire_tools(area.tools)
        return area
