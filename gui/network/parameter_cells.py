"""Paints the cells of the parameter table: indented names, formulas with the result in front, shares as bars."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from engine.network.table import Row
from gui.icons import icon_pixmap
from gui.models.parameters import FORMULA, ROW, SHARE, Index, ParametersModel
from gui.theme.appearance import Appearance
from gui.theme.tokens import mixed

PADDING, INDENT, WIDEST_FORMULA, SHARE_BAR = 7, 12, 190, 44


class ParameterCells(QStyledItemDelegate):
    """Words in the text face, numbers in the fixed-width one; where room is short the formula gives way first."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font = self._font(index)
        formula = index.data(FORMULA)
        text = "".join(formula) if formula else str(index.data())
        width = QFontMetricsF(font).horizontalAdvance(text) + 2 * PADDING + self.indent(index)
        if index.data(SHARE) is not None:
            width += SHARE_BAR
        return QSize(round(min(width, WIDEST_FORMULA) if formula else width) + 1, self.row_height())

    def column_width(self, model: ParametersModel, column: int) -> int:
        """Room for the longest text of a column. All cells are in one fixed-width face, so counting is measuring."""
        key = model.columns[column].key
        width = model.characters(column) * self._digit() + 2 * PADDING
        if key == "layer":
            width += INDENT * model.depth + (self._appearance.icon_size if model.has_models else 0)
        elif key == "share":
            width += SHARE_BAR
        return round(min(width, WIDEST_FORMULA) if key == "params" else width) + 1

    def number_width(self, model: ParametersModel) -> int:
        """Room for the longest number of parameters without its formula."""
        digits = max((len(f"{row.params:,}") for row in model.table.rows), default=1) if model.table is not None else 1
        return round(digits * self._digit() + 2 * PADDING) + 1

    def _digit(self) -> float:
        bold = QFont(self._appearance.font("number"))
        bold.setBold(True)
        return QFontMetricsF(bold).horizontalAdvance("0")

    def row_height(self) -> int:
        """Height of every row."""
        return self._appearance.font_height("number") + 7

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._appearance.theme
        rect = QRectF(option.rect)
        painter.save()
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(rect, QColor(theme.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        is_total = index.data(ROW) is None
        painter.setPen(QPen(QColor(theme.dim if is_total else mixed(theme.line, theme.panel, 0.7)), 1.0))
        edge = rect.top() + 0.5 if is_total else rect.bottom() + 0.5
        painter.drawLine(rect.left(), edge, rect.right() + 1, edge)  # type: ignore[call-overload]
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        painter.setFont(self._font(index, is_selected=is_selected))
        if index.data(FORMULA) is not None:
            self._paint_formula(painter, inner, *index.data(FORMULA))
        elif index.data(SHARE) is not None and not is_total:
            self._paint_share(painter, inner, index)
        else:
            self._paint_words(painter, inner, index)
        painter.restore()

    def _paint_formula(self, painter: QPainter, rect: QRectF, formula: str, number: str) -> None:
        theme = self._appearance.theme
        painter.setPen(QColor(theme.text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number)
        metrics = QFontMetricsF(painter.font())
        rest = rect.adjusted(0, 0, -metrics.horizontalAdvance(number), 0)
        plain = QFont(painter.font())
        plain.setBold(False)
        painter.setFont(plain)
        painter.setPen(QColor(theme.dim))
        shown = formula
        is_too_wide = metrics.horizontalAdvance(formula) > rest.width()
        if is_too_wide and not formula.endswith(" = "):
            shown = ""
        elif is_too_wide:
            shown = metrics.elidedText(formula.removesuffix(" = "), Qt.TextElideMode.ElideRight,
                                       rest.width() - metrics.horizontalAdvance(" = ")) + " = "  # fmt: skip
            shown = shown if len(shown) > 6 else ""
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)

    def _paint_share(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        theme, share = self._appearance.theme, float(index.data(SHARE))
        text = str(index.data())
        words = QFontMetricsF(painter.font()).horizontalAdvance("100.0%")
        bar = QRectF(rect.left(), rect.center().y() - 4, max(8.0, rect.width() - words - 6), 8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mixed(theme.line, theme.panel, 0.6)))
        painter.drawRoundedRect(bar, 2, 2)
        if share > 0:
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(1.5, bar.width() * share), bar.height()), 2, 2)
        painter.setPen(QColor(theme.text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)

    def _paint_words(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        row: Row | None = index.data(ROW)
        theme = self._appearance.theme
        rect = rect.adjusted(self.indent(index), 0, 0, 0)
        if index.column() == 0 and row is not None and row.is_model:
            model = index.model()
            is_folded = isinstance(model, ParametersModel) and row.path in model.folded
            side = self._appearance.icon_size - 2
            name = "chevron-right" if is_folded else "chevron-down"
            scale = painter.device().devicePixelRatioF()
            painter.drawPixmap(int(rect.left() - side - 1), int(rect.center().y() - side / 2),
                               icon_pixmap(name, side, colour=theme.dim, scale=scale))  # fmt: skip
        painter.setPen(QColor(theme.text if index.column() != 7 else theme.dim))
        side_flag = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        metrics = QFontMetricsF(painter.font())
        # Names of layers differ at their end more often than in their middle.
        mode = Qt.TextElideMode.ElideRight if index.column() else Qt.TextElideMode.ElideMiddle
        painter.drawText(rect, side_flag, metrics.elidedText(str(index.data()), mode, rect.width() + 1))

    def indent(self, index: Index) -> int:
        """How far a name stands in, with room for the arrow that folds a model."""
        row: Row | None = index.data(ROW)
        if index.column() or row is None:
            return 0
        model = index.model()
        has_models = isinstance(model, ParametersModel) and model.has_models
        return INDENT * row.depth + (self._appearance.icon_size if has_models else 0)

    def _font(self, index: Index, *, is_selected: bool = False) -> QFont:
        row: Row | None = index.data(ROW)
        font = QFont(self._appearance.font("number"))
        font.setBold(row is None or (is_selected and index.column() == 0) or (row is not None and row.is_model))
        return font
