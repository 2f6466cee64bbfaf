"""The report of a training as a web page or as PDF, made and written beside Qt's thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QEventLoop, QMarginsF, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtSvg import QSvgRenderer

from engine.errors import UserError
from engine.files import write_atomically, write_file_atomically
from engine.network.architecture import Architecture
from engine.network.training.curves import JOB
from engine.network.training.job import read_job
from engine.network.training.messages import Evaluated
from engine.network.training.report.facts import Judged, Report
from engine.network.training.report.page import write_report
from engine.network.training.report.past import report_of_run
from engine.network.training.report.plots import HEIGHT, WIDTH
from gui.text import translated
from gui.train.session import OpenData, TrainSession

PAGE, PDF = ".html", ".pdf"
_SHARPER = 3
_PLOT_WIDTH = 300
_RESOLUTION = 300


@dataclass(frozen=True, eq=False)
class Asked:
    """What a report is made of beside what the run's folder holds, taken from the session on Qt's thread.

    `evaluated` is what the network answers, or `unjudged` why that is not known; `opened` is the data that is open, and
    `architecture` what the worker said of the network, as far as that is known.
    """

    folder: Path
    evaluated: Evaluated | None = None
    unjudged: UserError | None = None
    opened: OpenData | None = None
    architecture: dict[str, Any] | None = None

    @classmethod
    def of(cls, session: TrainSession, folder: Path) -> Asked:
        """Of the run in a folder, with what the session knows of it already."""
        training, found = session.training, session.evaluated
        is_last = training is not None and training.folder == folder
        began = training.began if training is not None and is_last else None
        return cls(
            folder, found if found is not None and found.folder == str(folder) else None, opened=session.data,
            architecture=None if began is None else began.architecture,
        )  # fmt: skip

    def report(self) -> Report:
        """Gather everything; opens the data anew where something else is open by now."""
        found, opened = self.evaluated, self.opened
        job = read_job(self.folder / JOB)
        is_same = opened is not None and (opened.spec, opened.edits) == (job.data, job.edits)
        return report_of_run(
            self.folder,
            judged=None if found is None else Judged(found.part, found.indices, found.labels, found.probabilities),
            unjudged=self.unjudged,
            dataset=opened.dataset if opened is not None and is_same else None,
            architecture=None if self.architecture is None else Architecture.from_json(self.architecture),
        )


def save_report(report: Report, path: Path) -> None:
    """Write the report to `path`: as PDF where its name ends so, as a web page otherwise."""
    if path.suffix.lower() == PDF:
        write_file_atomically(path, lambda part: write_pdf(report, part))
    else:
        write_atomically(path, write_report(report, words=translated).encode())


def write_pdf(report: Report, path: Path) -> None:
    """The report on pages of A4. Touches no widget, so it may run on any thread."""
    # The document's layout starts timers; on a thread of Python's there is nothing to run them on until this is made.
    loop = QEventLoop()
    document = QTextDocument()
    plots: list[QImage] = []

    def drawing(svg: str) -> str:
        plots.append(_drawn(svg))
        name = f"plot{len(plots)}"
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), plots[-1])
        return f'<img src="{name}" width="{_PLOT_WIDTH}" height="{_PLOT_WIDTH * HEIGHT // WIDTH}">'

    document.setDefaultFont(QFont("sans-serif", 9))
    document.setHtml(write_report(report, words=translated, drawing=drawing))
    writer = QPdfWriter(str(path))
    writer.setResolution(_RESOLUTION)
    writer.setTitle(report.job.name or report.run.name)
    writer.setCreator("Kernelscope")
    # The document keeps a margin of two centimetres by itself.
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    document.print_(writer)
    loop.processEvents()


def _drawn(svg: str) -> QImage:
    image = QImage(WIDTH * _SHARPER, HEIGHT * _SHARPER, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    return image
