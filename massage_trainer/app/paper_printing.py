"""Sends a paper to a printer of the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from massage_trainer.services.export.whole_file import ExportError
from massage_trainer.services.paper.pdf import paint_on

if TYPE_CHECKING:
    from massage_trainer.services.paper.pages import SetPaper


def print_paper(paper: SetPaper, chosen: QPrinterInfo) -> None:
    """All pages, in the order and with the sides that the printer is set to."""
    printer = QPrinter(chosen, QPrinter.PrinterMode.HighResolution)
    if chosen.isNull() or not printer.isValid():
        name = chosen.printerName()
        raise ExportError(
            f"Máy in {name} không còn nữa.", f"The printer {name} is not there any more."
        )
    printer.setDocName(paper.title)
    print_on(paper, printer)


def print_on(paper: SetPaper, printer: QPrinter) -> None:
    """The whole sheet is ours: the margins of the pages are wider than any printer's."""
    printer.setFullPage(True)
    paint_on(paper, printer)
