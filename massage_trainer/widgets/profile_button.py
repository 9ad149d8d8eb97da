"""Who is learning: a button with the name, and a menu to switch, make, rename and delete."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, Qt, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from massage_trainer.domain.quiz.learner_names import isolated
from massage_trainer.domain.quiz.ports import Profile
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.profile_dialogs import DeleteDialog, NameDialog

if TYPE_CHECKING:
    from massage_trainer.viewmodels.profiles import ProfilesViewModel

_LONGEST_EM: Final = 9  # of a name on the button
_LONGEST_MENU_EM: Final = 20


class ProfileButton(Button):
    """Says the name of who is learning; names are plain text, whatever they look like."""

    def __init__(self, profiles: ProfilesViewModel, parent: QWidget) -> None:
        super().__init__(ButtonKind.QUIET, Icon.PERSON, parent)
        self.setObjectName("profile")
        self._profiles = profiles
        profiles.changed.connect(self.retranslate)
        profiles.current_changed.connect(self._follow)
        self.clicked.connect(self.open_menu)
        self.retranslate()

    def retranslate(self) -> None:
        """Say who it is in the language of now."""
        name = self._name(self._profiles.current)
        self.setText(self._shortened(name, _LONGEST_EM))
        words = self.tr("Who is learning: {name}").format(name=name)
        self.setAccessibleName(words)
        self.setToolTip(_plain(words))
        self.updateGeometry()

    def set_text_px(self, pixel_size: int) -> None:
        super().set_text_px(pixel_size)
        self.retranslate()

    def make_menu(self) -> QMenu:
        """Everybody, and what can be done."""
        menu = QMenu(self)
        menu.setObjectName("profiles")
        menu.setFont(self.font())
        current = self._profiles.current
        group = QActionGroup(menu)
        for profile in self._profiles.all:
            name = self._shortened(self._name(profile), _LONGEST_MENU_EM)
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(profile.id == current.id)
            action.setObjectName(f"learner-{profile.id}")
            action.triggered.connect(partial(self._choose, profile.id))
            group.addAction(action)
        menu.addSeparator()
        for key, words, do in (
            ("new", self.tr("New learner…"), self.add),
            ("rename", self.tr("Give a name…"), self.rename)
            if current.is_unnamed
            else ("rename", self.tr("Rename…"), self.rename),
            ("delete", self.tr("Delete…"), self.delete),
        ):
            action = menu.addAction(words)
            action.setObjectName(key)
            action.triggered.connect(do)
        return menu

    @Slot()
    def open_menu(self) -> None:
        menu = self.make_menu()
        corner = self.mapToGlobal(QPoint(self.width(), self.height()))
        menu.exec(corner - QPoint(menu.sizeHint().width(), 0))
        menu.deleteLater()

    @Slot()
    def add(self) -> None:
        """Somebody new, who learns from now on."""
        dialog = self.make_name_dialog()
        if dialog.exec():
            self._profiles.add(dialog.name)
        dialog.deleteLater()

    @Slot()
    def rename(self) -> None:
        current = self._profiles.current
        dialog = self.make_name_dialog(current)
        if dialog.exec():
            self._profiles.rename(current.id, dialog.name)
        dialog.deleteLater()

    @Slot()
    def delete(self) -> None:
        """Only after a question that says what is lost."""
        current = self._profiles.current
        dialog = self.make_delete_dialog()
        if dialog.exec():
            self._profiles.delete(current.id)
        dialog.deleteLater()

    def make_name_dialog(self, profile: Profile | None = None) -> NameDialog:
        """For a new learner, or for the name of this one."""
        return NameDialog(self._profiles, profile, self.window())

    def make_delete_dialog(self) -> DeleteDialog:
        return DeleteDialog(self._name(self._profiles.current), self.window())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _choose(self, profile_id: int) -> None:
        self._profiles.choose(profile_id)

    @Slot(Profile)
    def _follow(self, _profile: Profile) -> None:
        self.retranslate()

    def _name(self, profile: Profile) -> str:
        return self.tr("Nobody named") if profile.is_unnamed else isolated(profile.name)

    def _shortened(self, name: str, ems: int) -> str:
        metrics = self.fontMetrics()
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, ems * metrics.height())


def _plain(words: str) -> str:
    """A tooltip takes what looks like a tag for one."""
    return words.replace("&", "&amp;").replace("<", "&lt;")
