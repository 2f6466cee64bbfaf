"""Paints the recipe's rows as cards."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.icons import icon_pixmap
from gui.models.recipe import Entry, RecipeModel
from gui.theme.appearance import Appearance
from gui.widgets.thumbnail import to_pixmap

GAP, INSET, RADIUS = 8, 9, 7
WIDEST_THUMBNAIL = 72
Index = QModelIndex | QPersistentModelIndex


class RecipeCard(QStyledItemDelegate):
    """Thumbnail, title, shape and one line on each card, with an eye at the right that shows whether the stage is on.

    Scaled thumbnails are kept, so that a card is painted without any work on pixels.
    """

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._scaled: dict[int, tuple[object, float, QSize, QPixmap]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(RecipeModel.EntryRole)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        height = self._card_height()
        if entry.error:
            words = QRect(0, 0, width - 2 * GAP - 2 * INSET, 10_000)
            metrics = QFontMetrics(self._appearance.font("caption"))
            height += metrics.boundingRect(words, Qt.TextFlag.TextWordWrap, entry.error).height() + 4
        return QSize(0, height + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(RecipeModel.EntryRole)
        card = self._card(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, card, entry, is_selected=is_selected, is_hovered=is_hovered)
        picture = QRect(card.left() + INSET, card.top() + INSET, *self._thumbnail_size().toTuple())
        if not entry.is_on:
            painter.setOpacity(0.45)
        self._paint_thumbnail(painter, picture, index, entry)
        if not entry.is_on:
            painter.setOpacity(1.0)
        left, width = picture.right() + INSET, self.words_width(option.rect)
        eye = self._eye(option.rect)
        has_eye = not entry.is_source and (is_hovered or not entry.is_on)
        self._paint_words(
            painter,
            QRect(left, card.top(), width, card.height()),
            entry,
            is_selected,
            eye if has_eye else None,
        )
        if has_eye:
            name = "eye" if entry.is_on else "eye-off"
            scale = painter.device().devicePixelRatioF()
            painter.drawPixmap(eye, icon_pixmap(name, eye.width(), colour=self._appearance.theme.dim, scale=scale))
        painter.restore()

    def is_on_eye(self, rect: QRect, place: QPoint) -> bool:
        """Whether a point of a row lies on its eye."""
        return self._eye(rect).adjusted(-4, -4, 4, 4).contains(place)

    def words_width(self, rect: QRect) -> int:
        """How much room the words of a row have beside its thumbnail."""
        return rect.width() - self.around_words()

    def around_words(self) -> int:
        """How much of a row's width its words do not get."""
        return 2 * GAP + 3 * INSET + self._thumbnail_size().width() - 2

    def forget(self) -> None:
        """Drop what was scaled for another size or theme."""
        self._scaled.clear()

    def _paint_ground(
        self, painter: QPainter, card: QRect, entry: Entry, *, is_selected: bool, is_hovered: bool
    ) -> None:
        theme = self._appearance.theme
        fill = theme.selection if is_selected else theme.hover if is_hovered else theme.raised
        edge = theme.accent if is_selected else theme.refused if entry.error else theme.line
        width = self._appearance.line_width + 0.5 if is_selected else 1.0
        painter.setPen(QPen(QColor(edge), width, Qt.PenStyle.SolidLine if entry.is_on else Qt.PenStyle.DashLine))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _paint_thumbnail(self, painter: QPainter, place: QRect, index: Index, entry: Entry) -> None:
        pixels = index.data(RecipeModel.ThumbnailRole)
        theme = self._appearance.theme
        scale = painter.device().devicePixelRatioF()
        if pixels is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.canvas))
            painter.drawRoundedRect(place, 4, 4)
            side = place.height() // 2
            middle = place.center()
            name = "error" if entry.error else entry.icon
            colour = theme.refused if entry.error else theme.dim
            painter.drawPixmap(
                middle.x() - side // 2, middle.y() - side // 2, icon_pixmap(name, side, colour=colour, scale=scale)
            )
            return
        known = self._scaled.get(index.row())
        if known is None or known[0] is not pixels or known[1:3] != (scale, place.size()):
            known = (pixels, scale, place.size(), to_pixmap(pixels, place.size(), scale=scale))
            self._scaled[index.row()] = known
        painter.drawPixmap(place, known[3])

    def _paint_words(self, painter: QPainter, place: QRect, entry: Entry, is_selected: bool, eye: QRect | None) -> None:
        theme = self._appearance.theme
        text = theme.text if entry.is_on else theme.dim
        title = theme.kernel if is_selected and entry.is_kernel and entry.is_on else text
        lines = (
            (entry.title, self._title_font(), title),
            (entry.shape, self._appearance.font("number_caption"), theme.dim),
            (entry.summary, self._appearance.font("caption"), theme.dim),
        )
        heights = [QFontMetrics(font).height() for _, font, _ in lines]
        inner = self._card_height()
        step = (inner - sum(heights)) / 4
        top = place.top() + step
        for position, ((words, font, colour), height) in enumerate(zip(lines, heights, strict=True)):
            room = (eye.left() - 4 if position == 0 and eye is not None else place.right()) - place.left()
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(place.left(), top, room + 1, height), Qt.AlignmentFlag.AlignVCenter, shown)
            top += height + step * 0.75
        if entry.error:
            painter.setFont(self._appearance.font("caption"))
            painter.setPen(QColor(theme.refused))
            left = place.left() - self._thumbnail_size().width() - INSET
            below = QRect(left, place.top() + inner - 2, place.right() - left, place.height() - inner)
            painter.drawText(below, Qt.TextFlag.TextWordWrap, entry.error)

    def _card(self, row: QRect) -> QRect:
        return row.adjusted(GAP, GAP // 2, -GAP, -GAP // 2)

    def _eye(self, row: QRect) -> QRect:
        side = self._appearance.icon_size
        card = self._card(row)
        return QRect(card.right() - INSET - side + 2, card.top() + INSET - 1, side, side)

    def _title_font(self) -> QFont:
        font = self._appearance.font("title")
        font.setWeight(QFont.Weight.Bold)
        return font

    def _card_height(self) -> int:
        fonts = (self._title_font(), self._appearance.font("number_caption"), self._appearance.font("caption"))
        return max(64, sum(QFontMetrics(font).height() for font in fonts) + 2 * INSET)

    def _thumbnail_size(self) -> QSize:
        # As high as three lines of normal type, and no wider in larger type, which needs the room for itself.
        height = self._card_height() - 2 * INSET
        width = min(round(height * 64 / 46), WIDEST_THUMBNAIL)
        return QSize(width, min(height, round(width * 46 / 64)))
