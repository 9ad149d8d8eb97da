"""What the program is made of, and under which licences."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTextEdit, QWidget

from massage_trainer.widgets.scaled_dialog import ScaledDialog
from massage_trainer.widgets.scroll_bar import QuietScrollBar


class CreditsDialog(ScaledDialog):
    """Shows the list of licences as it is shipped."""

    def __init__(self, licences: str, parent: QWidget) -> None:
        """``licences`` is the shipped list, in Markdown."""
        super().__init__(QSize(136, 90), parent)
        self._text = QTextEdit(self)
        self._text.setObjectName("licences")
        self._text.setVerticalScrollBar(QuietScrollBar(self._text))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFont(self.font())
        self._text.document().setDocumentMargin(2 * self.scale.unit)
        self._text.setMarkdown(licences.replace("`", ""))  # no second typeface
        self.column.addWidget(self._text)
        self.add_close_button()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Credits and licences"))
        self._text.setAccessibleName(self.tr("Licences of every part of this program"))
