"""Paints a line of the list of layers: a block in the colour of its role, the name, and below it the shape."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.icons import icon_pixmap
from gui.models.layers import ENTRY, LayerEntry
from gui.theme.appearance import Appearance
from gui.theme.tokens import mixed

INSET, BLOCK_WIDTH, SMALL_ICON = 10, 10, 13


class LayerRow(QStyledItemDelegate):
    """The selected line has a bar of the accent colour at its left; a frozen layer has a snowflake at its right."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._appearance.font_height("text") + self._appearance.font_height("number_caption") + 8)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:  # fmt: skip
        entry: LayerEntry = index.data(ENTRY)
        theme = self._appearance.theme
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRectF(option.rect)
        # The tree leaves out its indentation; the ground goes across all of it.
        ground = QRectF(0, rect.top(), rect.right() + 1, rect.height())
        painter.save()
        if is_selected:
            painter.fillRect(ground, QColor(theme.selection))
            painter.fillRect(QRectF(0, rect.top(), 3, rect.height()), QColor(theme.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver and not entry.reason:
            painter.fillRect(ground, QColor(theme.hover))
        is_faint = bool(entry.reason) and not entry.is_model and entry.kind != "InputLayer" and not entry.problem
        self._paint_block(painter, entry, rect, is_faint=is_faint)
        font = QFont(self._appearance.font("text"))
        font.setWeight(QFont.Weight.DemiBold if is_selected else QFont.Weight.Normal)
        caption = self._appearance.font("number_caption")
        left = rect.left() + INSET + BLOCK_WIDTH + 8
        sign = "error" if entry.problem else "kernel" if entry.kernels else "frozen" if entry.is_frozen else ""
        right = rect.right() - INSET - (SMALL_ICON + 6 if sign else 0)
        name_height = QFontMetrics(font).height()
        gap = (rect.height() - name_height - QFontMetrics(caption).height()) / 2
        words = entry.problem or " · ".join(part for part in (entry.shape, entry.title) if part)
        for text, face, colour, top in (
            (entry.name, font, theme.dim if is_faint else theme.text, rect.top() + gap),
            (words, caption, theme.refused if entry.problem else theme.dim, rect.top() + gap + name_height),
        ):
            painter.setFont(face)
            painter.setPen(QColor(colour))
            metrics = QFontMetrics(face)
            # Names of layers differ at their end more often than in their middle.
            mode = Qt.TextElideMode.ElideMiddle if face is font else Qt.TextElideMode.ElideRight
            shown = metrics.elidedText(text, mode, int(right - left))
            painter.drawText(QRectF(left, top, right - left, metrics.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        if sign:
            scale = painter.device().devicePixelRatioF()
            colour = theme.refused if entry.problem else theme.kernel if entry.kernels else theme.dim
            pixmap = icon_pixmap(sign, SMALL_ICON, colour=colour, scale=scale)
            painter.drawPixmap(
                int(rect.right() - INSET - SMALL_ICON + 2), int(rect.center().y() - SMALL_ICON / 2), pixmap
            )
        painter.restore()

    def _paint_block(self, painter: QPainter, entry: LayerEntry, rect: QRectF, *, is_faint: bool) -> None:
        theme = self._appearance.theme
        colour = theme.role(entry.role)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mixed(colour, theme.panel, 0.4) if is_faint else colour))
        height = min(18.0, rect.height() * 0.5)
        block = QRectF(rect.left() + INSET, rect.center().y() - height / 2 + 0.5, BLOCK_WIDTH, height)
        painter.drawRoundedRect(block, 3, 3)
        if entry.is_model:  # a model is a stack of blocks
            painter.drawRoundedRect(block.adjusted(-3, 4, 0, -4), 2, 2)
