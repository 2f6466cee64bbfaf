"""A training told on one page: HTML that needs nothing beside it, made for browsers and for paper alike.

    html = write_report(report_of(job, run, dataset, architecture, judged))

Only what simple renderers know too is used: tables, few styles, pictures inside the page.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from html import escape

import numpy as np

from engine.network.data.splitting import HAND
from engine.network.layers.layer import shape_text
from engine.network.table import table_of
from engine.network.training.afterwards import class_figures, confusion, reliability, roc
from engine.network.training.curves import RunState, gap_between
from engine.network.training.report.facts import SIDE, Missing, Picture, Report
from engine.network.training.report.plots import BLUE, DIM, GREEN, LINE, ORANGE, TEXT, Line, plot
from engine.network.training.settings import Settings
from engine.opencv import cv2
from engine.parameters import Choice, parameters_of
from engine.text import mark

Words = Callable[..., str]
Drawing = Callable[[str], str]
MOST_IN_MATRIX = 20
_STYLE = f"""
body {{ font-family: sans-serif; font-size: 10pt; color: {TEXT}; background: #ffffff; }}
h1 {{ font-size: 20pt; margin-bottom: 2px; }}
h2 {{ font-size: 13pt; margin-top: 22px; margin-bottom: 6px; }}
p {{ margin-top: 2px; margin-bottom: 6px; }}
.dim {{ color: {DIM}; }}
table {{ border-collapse: collapse; margin-bottom: 12px; }}
td, th {{ padding: 3px 8px; text-align: left; }}
.lined td, .lined th {{ border-bottom: 1px solid {LINE}; }}
th {{ color: {DIM}; font-weight: normal; }}
.number {{ text-align: right; }}
"""
_ON_SCREEN = "body { max-width: 62em; margin: 2em auto; padding: 0 1.5em; }"


def _plain(template: str, /, **values: object) -> str:
    return template.format(**values) if values else template


def _inline(svg: str) -> str:
    return svg


def write_report(report: Report, *, words: Words = _plain, drawing: Drawing = _inline) -> str:
    """The page. `words` translates, `drawing` makes a plot's SVG into what the page shows (for paper, a picture)."""
    title = report.job.name or words(report.data_name)
    page = _Page(report, words, drawing)
    body = "\n".join(
        (
            f"<h1>{escape(title)}</h1>\n<p class='dim'>{escape(report.run.name)}</p>", page.summary(), page.curves(),
            page.classes(), page.results(), page.mistakes(), page.network(), page.settings(), page.origin(),
        )
    )  # fmt: skip
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}{_ON_SCREEN if drawing is _inline else ''}</style></head>\n<body>\n{body}\n</body></html>\n"
    )


class _Page:
    def __init__(self, report: Report, words: Words, drawing: Drawing) -> None:
        self._report, self._words, self._drawing = report, words, drawing

    def summary(self) -> str:
        """What came of it, in two sentences."""
        report, words, figures = self._report, self._words, self._report.run.figures
        lines = []
        if figures is not None:
            judged = (
                (mark("Gets {share:.1%} of {count:,} test pictures right, which it never saw while learning."),
                 figures.test_accuracy, figures.test_count),
                (mark("Gets {share:.1%} of {count:,} validation pictures right."),
                 figures.validation_accuracy, figures.validation_count),
            )  # fmt: skip
            said = next((words(text, share=share, count=n) for text, share, n in judged if share is not None), "")
            lines.append(f"<b>{escape(said)}</b>")
            lines.append(
                escape(
                    words(
                        mark("Learnt from {count:,} pictures in {epochs} epochs and {seconds:.0f} s; kept is epoch "
                             "{best}."),
                        count=figures.train_count, epochs=figures.epochs, seconds=figures.seconds,
                        best=figures.best_epoch,
                    )
                )
            )  # fmt: skip
            if figures.ended_early:
                lines.append(escape(words(mark("It ended early, because the validation loss no longer fell."))))
            elif figures.state == RunState.STOPPED:
                lines.append(escape(words(mark("It was stopped before its last epoch."))))
        else:
            lines.append(escape(words(mark("This training was broken off: no final figures."))))
        gap = gap_between(report.run.epochs)
        if gap is not None:
            lines.append(escape(words(gap.template, **gap.values)))
        lines += [escape(words(note.template, **note.values)) for note in report.run.notes]
        return "".join(f"<p>{line}</p>" for line in lines if line)

    def curves(self) -> str:
        """Loss and accuracy over the epochs."""
        epochs, words = self._report.run.epochs, self._words
        if not epochs:
            return ""
        x = np.array([each.epoch for each in epochs], float)
        plots = []
        for title, names, is_share in (
            (mark("Loss"), ("loss", "validation_loss"), False),
            (mark("Right"), ("accuracy", "validation_accuracy"), True),
        ):  # fmt: skip
            lines = []
            for name, said, colour in zip(names, (mark("training"), mark("validation")), (BLUE, ORANGE), strict=True):
                y = np.array([np.nan if (value := getattr(each, name)) is None else value for each in epochs])
                if np.isfinite(y).any():
                    lines.append(Line(words(said), x, y, colour, is_dashed=colour == ORANGE))
            plots.append(plot(words(title), lines, x_title=words(mark("epoch")), is_share=is_share))
        return self._section(mark("Curves"), self._row(plots))

    def classes(self) -> str:
        """How many pictures each class has, and what they look like."""
        report, words = self._report, self._words
        if not report.classes:
            return self._missing(mark("Pictures"), "pictures", mark("What the pictures look like is missing: {reason}"))
        heads = [mark("Class"), mark("Learnt from"), mark("Validation"), mark("Test"), mark("Some of them")]
        rows = [
            [escape(each.name), f"{each.train:,}", f"{each.validation:,}", f"{each.test:,}",
             " ".join(_image(sample, height=28) for sample in each.samples)]
            for each in report.classes
        ]  # fmt: skip
        most = max((each.train for each in report.classes), default=0)
        least = min((each.train for each in report.classes), default=0)
        times = most / max(1, least)
        said = words(
            mark("{name}: {count:,} pictures of {classes} classes, about as many of each.") if times < 1.1
            else mark("{name}: {count:,} pictures of {classes} classes; the largest class has {times:.1f} times the "
                      "pictures of the smallest."),
            name=words(report.data_name), count=report.count, classes=len(report.classes), times=times,
        )  # fmt: skip
        if report.problems:
            said += " " + words(mark("{count} remarks were made when it was opened."), count=report.problems)
        return self._section(mark("Pictures"), f"<p>{escape(said)}</p>" + self._table(heads, rows, numbers=(1, 2, 3)))

    def results(self) -> str:
        """Confusion matrix, figures of each class, ROC and reliability."""
        judged, words = self._report.judged, self._words
        if "results" in self._report.missing:
            said = mark("Confusion matrix, figures of the classes and worst mistakes are missing: {reason}")
            return self._missing(mark("Results"), "results", said)
        if judged is None or not len(judged.labels):
            nothing = escape(words(mark("No picture was kept aside to judge by.")))
            return self._section(mark("Results"), f"<p>{nothing}</p>")
        names = self._report.class_names
        matrix = confusion(judged.labels, judged.probabilities)
        heads = [mark("Class"), mark("Pictures"), mark("Precision"), mark("Recall"), mark("F1"), mark("Area below ROC")]
        rows, lines = [], []
        for number, figures in enumerate(class_figures(matrix)):
            curve = roc(judged.labels, judged.probabilities, number)
            if curve is not None:
                lines.append((curve.area, number, curve))
            shares = [_share(each) for each in (figures.precision, figures.recall, figures.f1)]
            area = "–" if curve is None else f"{curve.area:.3f}"
            rows.append([escape(names[number]), f"{figures.count:,}", *shares, area])
        worst = sorted(lines, key=lambda each: each[0])[:3]
        curves = [
            Line(names[number], curve.false_alarms, curve.found, colour)
            for (_, number, curve), colour in zip(worst, (BLUE, ORANGE, GREEN), strict=False)
        ]
        found = reliability(judged.labels, judged.probabilities)
        ideal = Line("", np.array([0.0, 1.0]), np.array([0.0, 1.0]), DIM, is_dashed=True)
        sure = np.array([each.confidence for each in found.bins])
        right = np.array([each.accuracy for each in found.bins])
        error = words(mark("right, error {error:.1%}"), error=found.error)
        plots = [
            plot(words(mark("ROC of the classes that are hardest to tell")), [ideal, *curves],
                 x_title=words(mark("false alarms")), is_share=True, whole=True),
            plot(words(mark("How sure, and how often right")), [ideal, Line(error, sure, right, BLUE, has_points=True)],
                 x_title=words(mark("certainty")), is_share=True, whole=True),
        ]  # fmt: skip
        part = words(mark("Judged by {count:,} pictures of the part “{part}”."), count=len(judged.labels),
                     part=words(judged.part))  # fmt: skip
        inside = f"<p>{escape(part)}</p>" + self._matrix(matrix) + "<p></p>"
        inside += self._table(heads, rows, numbers=(1, 2, 3, 4, 5)) + "<p></p>" + self._row(plots)
        return self._section(mark("Results"), inside, begins_page=True)

    def mistakes(self) -> str:
        """The worst mistakes with their pictures."""
        report, words = self._report, self._words
        if not report.mistakes:
            return ""
        names = report.class_names
        cells = []
        for each in report.mistakes:
            image = _image(each.picture, height=SIDE) if each.picture is not None else "–"
            said = words(mark("{said}, {share:.0%} sure"), said=names[each.said], share=each.certainty)
            true = words(mark("is {true}"), true=names[each.true])
            cells.append(f"<td>{image}<br>{escape(said)}<br><span class='dim'>{escape(true)}</span></td>")
        rows = [f"<tr>{''.join(cells[start : start + 6])}</tr>" for start in range(0, len(cells), 6)]
        return self._section(mark("Worst mistakes, the most certain first"), f"<table>{''.join(rows)}</table>")

    def network(self) -> str:
        """The table of layers."""
        words = self._words
        if self._report.architecture is None:
            return self._missing(mark("Network"), "network", mark("The table of layers is missing: {reason}"))
        table = table_of(self._report.architecture)
        heads = [mark("Layer"), mark("Kind"), mark("Setting"), mark("Output"), mark("Parameters"), mark("Learn")]
        rows = [
            [escape("\u2003" * row.depth + row.name), escape(words(row.title)),
             escape(words(row.setting.template, **row.setting.values)), shape_text(row.output_shape),
             f"{row.params:,}", f"{row.trainable:,}"]
            for row in table.rows
        ]  # fmt: skip
        total = words(mark("{params:,} parameters, {trainable:,} of them learn; {macs:,} multiply-adds a picture."),
                      params=table.totals.params, trainable=table.totals.trainable, macs=table.totals.macs)  # fmt: skip
        inside = f"<p>{escape(total)}</p>" + self._table(heads, rows, numbers=(4, 5))
        return self._section(mark("Network"), inside)

    def settings(self) -> str:
        """Everything that can be set, and to what it was set."""
        job, words = self._report.job, self._words
        rows = []
        idle = job.settings.idle_settings()
        for name, declared in parameters_of(Settings).items():
            if name in idle:
                continue
            value = getattr(job.settings, name)
            text = words(declared.option(value).title) if isinstance(declared, Choice) else _value(value)
            rows.append([escape(words(declared.title)), escape(text)])
        for each in job.transforms:
            summary = each.summary()
            rows.append([escape(words(each.TITLE)), escape(words(summary.template, **summary.values))])
        frozen = job.tuning.frozen_up_to
        if frozen:
            rows.append([escape(words(mark("Frozen up to"))), escape(frozen)])
        split = words(
            mark("{validation:.0%} validation, {test:.0%} test, seed {seed}"), validation=job.split.validation,
            test=job.split.test, seed=job.split.seed,
        )  # fmt: skip
        if job.split.kind == HAND:
            others = words(mark("all others learnt from")) if job.split.rule == "train" else split
            split = words(mark("{count} put by hand; {others}"), count=len(job.split.by_hand), others=others)
        rows.append([escape(words(mark("Kept aside"))), escape(split)])
        return self._section(mark("Settings"), self._table([mark("Setting"), mark("Value")], rows))

    def origin(self) -> str:
        """What it was reckoned with."""
        said = " · ".join(f"{name} {number}" for name, number in self._report.versions.items())
        hint = self._words(mark("Written by Kernelscope. The same job and seed give the same curve."))
        return f"<p class='dim'>{escape(said)}</p><p class='dim'>{escape(hint)}</p>"

    def _matrix(self, matrix: np.ndarray) -> str:
        names = self._report.class_names
        if len(names) > MOST_IN_MATRIX:
            text = mark("The confusion matrix of {count} classes is too large for a page.")
            said = self._words(text, count=len(names))
            return f"<p class='dim'>{escape(said)}</p>"
        heads = "".join(f"<th class='number'>{escape(_short(name))}</th>" for name in names)
        rows = []
        for number, row in enumerate(matrix):
            total = max(1, int(row.sum()))
            cells = "".join(
                f"<td class='number' bgcolor='{_shade(int(count) / total, is_right=number == column)}'>"
                f"{int(count) or '·'}</td>"
                for column, count in enumerate(row)
            )
            rows.append(f"<tr><th>{escape(names[number][:24])}</th>{cells}</tr>")
        caption = escape(self._words(mark("Rows: what a picture is. Columns: what it was taken for.")))
        return f"<p class='dim'>{caption}</p><table><tr><th></th>{heads}</tr>{''.join(rows)}</table>"

    def _missing(self, title: str, part: Missing, said: str) -> str:
        reason = self._report.missing.get(part)
        if reason is None:
            return ""
        told = self._words(said, reason=self._words(reason.template, **reason.values))
        return self._section(title, f"<p>{escape(told)}</p>")

    def _section(self, title: str, inside: str, *, begins_page: bool = False) -> str:
        style = " style='page-break-before: always'" if begins_page else ""
        return f"<h2{style}>{escape(self._words(title))}</h2>\n{inside}"

    def _row(self, plots: Sequence[str]) -> str:
        return "<table><tr>" + "".join(f"<td>{self._drawing(each)}</td>" for each in plots) + "</tr></table>"

    def _table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[int] = ()) -> str:
        def line(cells: Sequence[str], tag: str) -> str:
            made = (
                f"<{tag} class='number' align='right'>{cell}</{tag}>" if place in numbers else f"<{tag}>{cell}</{tag}>"
                for place, cell in enumerate(cells)
            )
            return f"<tr>{''.join(made)}</tr>"

        top = line([escape(self._words(each)) for each in heads], "th")
        return f"<table class='lined'>{top}{''.join(line(row, 'td') for row in rows)}</table>"


def _image(picture: Picture, *, height: int) -> str:
    is_made, data = cv2.imencode(".png", np.ascontiguousarray(picture[..., ::-1]))
    assert is_made
    text = base64.b64encode(data.tobytes()).decode()
    return f'<img width="{height}" height="{height}" alt="" src="data:image/png;base64,{text}">'


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "✓" if value else "–"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _short(name: str) -> str:
    """A name that fits above a column.

    >>> _short("a very long name")
    'a very long…'
    """
    return name if len(name) <= 12 else name[:11].rstrip() + "…"


def _shade(share: float, *, is_right: bool) -> str:
    """Green where it is right and vermillion where it is wrong, the stronger the more; dark text stays readable."""
    full = np.array((0x9F, 0xDB, 0xC6) if is_right else (0xF3, 0xB0, 0x8F))
    red, green, blue = np.rint(255 + (full - 255) * min(1.0, share * (1 if is_right else 3))).astype(int).tolist()
    return f"#{red:02x}{green:02x}{blue:02x}"
