"""The button that tells who is on the table, and asks again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from massage_trainer.domain.record import Company
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from massage_trainer.viewmodels.partner import PartnerViewModel


class PartnerButton(Button):
    """Few words, and a sign where something about the person is to be kept in mind."""

    def __init__(self, partner: PartnerViewModel, parent: QWidget) -> None:
        super().__init__(ButtonKind.QUIET, Icon.PERSON, parent)
        self.setObjectName("partner")
        self._partner = partner
        partner.settled.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say who is there in the language of now."""
        words = self._company_text(self._partner.table.company)
        count = self._partner.findings
        self.set_icon(Icon.WARNING if count else Icon.PERSON)
        self.setText(words)
        more = self.tr("%n thing(s) to keep in mind", None, count) if count else ""
        self.setAccessibleName(f"{words}. {more}" if more else words)
        tip = self.tr("Who is on the table? Somebody else, or something has changed.")
        self.setToolTip(f"{tip}\n{more}" if more else tip)

    def _company_text(self, company: Company) -> str:
        match company:
            case Company.ALONE:
                return self.tr("Alone")
            case Company.CLASS:
                return self.tr("Class")
            case Company.UNKNOWN:
                return self.tr("Partner?")
            case Company.NEW_PARTNER | Company.SAME_PARTNER:
                return self.tr("Partner")
