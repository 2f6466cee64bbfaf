"""The report of a training as a web page or as PDF, made and written beside Qt's thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QEventLoop, QMarginsF, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtSvg import QSvgRenderer

from engine.files import write_atomically, write_file_atomically
from engine.network.architecture import Architecture
from engine.network.data.dataset import DataSet
from engine.network.data.edits import edited
from engine.network.data.opening import open_data
from engine.network.reading.opening import read_architecture
from engine.network.training.curves import BEST, read_run
from engine.network.training.messages import Evaluated
from engine.network.training.report.facts import Judged, Report, report_of
from engine.network.training.report.page import write_report
from engine.network.training.report.plots import HEIGHT, WIDTH
from gui.text import translated
from gui.train.session import Training, TrainSession

PDF = ".pdf"
_SHARPER = 3
_PLOT_WIDTH = 300
_RESOLUTION = 300


@dataclass(frozen=True, eq=False)
class Asked:
    """What a report is made of, taken from the session on Qt's thread; `dataset` where the one of the job is open."""

    training: Training
    dataset: DataSet | None
    evaluated: Evaluated | None

    @classmethod
    def of(cls, session: TrainSession) -> Asked | None:
        """Of the last training; None before there is one, or while it goes on."""
        training, data = session.training, session.data
        if training is None or training.is_running:
            return None
        is_same = data is not None and (data.spec, data.edits) == (training.job.data, training.job.edits)
        found = session.evaluated
        if found is not None and found.folder != str(training.folder):
            found = None
        return cls(training, data.dataset if data is not None and is_same else None, found)

    def report(self) -> Report:
        """Gather everything; opens the data anew where something else is open by now."""
        training, found = self.training, self.evaluated
        dataset = self.dataset or edited(open_data(training.job.data), training.job.edits)
        architecture = (
            Architecture.from_json(training.began.architecture) if training.began is not None
            else read_architecture(training.folder / BEST)
        )  # fmt: skip
        judged = None if found is None else Judged(found.part, found.indices, found.labels, found.probabilities)
        return report_of(training.job, read_run(training.folder), dataset, architecture, judged)


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
