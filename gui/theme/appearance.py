"""What the window looks like just now: theme, presenter mode, fonts; handed to every widget that paints itself."""

from __future__ import annotations

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from gui.icons import RESOURCES
from gui.theme.dressing import Dressing
from gui.theme.fonts import PRESENTER, Fonts
from gui.theme.stylesheet import stylesheet
from gui.theme.tokens import DARK, LIGHT, Theme, mixed

CHOICES = ("system", "dark", "light")


class Appearance(QObject):
    """Dresses the application and tells painted widgets its colours, fonts and measures.

    Signals:
        changed: theme, presenter mode or fonts are different now; repaint and measure again.
    """

    changed = Signal()

    def __init__(self, application: QApplication, *, choice: str = "system", is_presenter: bool = False) -> None:
        super().__init__(application)
        self._application = application
        self._choice = _checked(choice)
        self._is_presenter = is_presenter
        self._system_is_dark = application.palette().window().color().lightness() < 128
        self._fonts = Fonts()
        self._dressing = Dressing(application)
        QDir.setSearchPaths("kernelscope", [str(RESOURCES / "theme")])
        application.setStyle("Fusion")
        self._hints = application.styleHints()
        self._tell_system()
        self._theme = self._wanted_theme()
        self._dress(keeps_sizes=False)
        self._hints.colorSchemeChanged.connect(self._on_system_changed)

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._theme

    @property
    def choice(self) -> str:
        """What the user asked for: system, dark or light."""
        return self._choice

    @choice.setter
    def choice(self, choice: str) -> None:
        if _checked(choice) == self._choice:
            return
        self._choice = choice
        self._tell_system()
        self._follow()

    @property
    def is_presenter(self) -> bool:
        """Large type, thick lines, tall controls."""
        return self._is_presenter

    @is_presenter.setter
    def is_presenter(self, is_presenter: bool) -> None:
        if is_presenter != self._is_presenter:
            self._is_presenter = is_presenter
            self._dress(keeps_sizes=False)
            self.changed.emit()

    @property
    def line_width(self) -> float:
        """Width of outlines and curves in pixels."""
        return 3.0 if self._is_presenter else 1.5

    @property
    def control_height(self) -> int:
        """Height of buttons and editors: 28 pixels, 40 for a presenter, more where the system's text is larger."""
        return max(40 if self._is_presenter else 28, self.font_height("text") + 10)

    @property
    def icon_size(self) -> int:
        """Side of a button's icon: 16 pixels, 24 for a presenter, more where the system's text is larger."""
        return max(24 if self._is_presenter else 16, round(0.85 * self.font_height("text")))

    def colour(self, role: str, *, opacity: float = 1.0) -> QColor:
        """The colour of a role (input, kernel, result, bias, accent, refused, text, dim)."""
        colour = QColor(self._theme.role(role))
        colour.setAlphaF(opacity)
        return colour

    def overlay_colour(self) -> QColor:
        """The ground of words that lie over a picture."""
        return QColor(13, 15, 18, 222) if self._theme.is_dark else QColor(255, 255, 255, 232)

    def font(self, kind: str = "text") -> QFont:
        """The font of a kind: text, title, caption, number, number_caption or number_large."""
        return self._fonts.font(kind, scale=PRESENTER if self._is_presenter else 1.0)

    def font_height(self, kind: str = "text") -> int:
        """Height of a line in a font."""
        return QFontMetrics(self.font(kind)).height()

    def text_width(self, text: str, kind: str = "text") -> int:
        """Width of a text in a font."""
        return QFontMetrics(self.font(kind)).horizontalAdvance(text)

    def _wanted_theme(self) -> Theme:
        if self._choice != "system":
            return DARK if self._choice == "dark" else LIGHT
        scheme = self._hints.colorScheme()
        if scheme == Qt.ColorScheme.Unknown:  # some desktops do not say; the palette they came with does
            return DARK if self._system_is_dark else LIGHT
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT

    def _tell_system(self) -> None:
        # Lets the system draw title bars and file dialogs in the same theme.
        if self._choice == "system":
            self._hints.unsetColorScheme()
        else:
            self._hints.setColorScheme(Qt.ColorScheme.Dark if self._choice == "dark" else Qt.ColorScheme.Light)

    def _on_system_changed(self) -> None:
        self._follow()

    def _follow(self) -> None:
        wanted = self._wanted_theme()
        if wanted is not self._theme:
            self._theme = wanted
            self._dress(keeps_sizes=True)
            self.changed.emit()

    def _dress(self, *, keeps_sizes: bool) -> None:
        self._application.setPalette(_palette(self._theme))
        self._application.setFont(self.font("text"))
        text = stylesheet(self._theme, self.font, control_height=self.control_height, icon_size=self.icon_size)
        self._dressing.dress(text, keeps_sizes=keeps_sizes)


def _checked(choice: str) -> str:
    if choice not in CHOICES:
        raise ValueError(f"The theme is {choice!r}, but must be one of {', '.join(CHOICES)}.")
    return choice


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.panel,
        role.WindowText: theme.text,
        role.Base: theme.panel,
        role.AlternateBase: theme.raised,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.dim,
        role.Text: theme.text,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.refused,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.hover,
        role.Midlight: theme.raised,
        role.Mid: theme.line,
        role.Dark: theme.line,
        role.Shadow: theme.canvas,
    }
    palette = QPalette()
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(mixed(theme.dim, theme.panel, 0.6)))
    return palette
