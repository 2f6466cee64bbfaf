"""Every action of the window, declared once: menus, toolbar, tooltips and the shortcut sheet are drawn from this."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QUndoStack

from engine.text import mark
from gui.icons import icon
from gui.text import tr, translated


@dataclass(frozen=True, kw_only=True)
class ActionSpec:
    """One thing the window can do. `keys` are portable key names; the first is shown in the menu."""

    name: str
    text: str
    help: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    is_checkable: bool = False
    starts_group: bool = False


@dataclass(frozen=True)
class KeyNote:
    """Keys that belong to a widget instead of to an action; listed in the shortcut sheet."""

    menu: str
    keys: str
    text: str


MENUS = (mark("File"), mark("Edit"), mark("View"), mark("Source"), mark("Recipe"), mark("Help"))

ACTIONS = (
    ActionSpec(name="open_picture", menu="File", text=mark("Open picture or video…"), keys=("Ctrl+O",), icon="open",
               help=mark("Show a picture, a video or a recipe from a file.")),
    ActionSpec(name="open_folder", menu="File", text=mark("Open folder…"), keys=("Ctrl+Shift+O",), icon="folder",
               help=mark("Step through the pictures of a folder with the arrow keys.")),
    ActionSpec(name="paste", menu="Edit", text=mark("Paste picture"), keys=("Ctrl+V",), icon="paste",
               help=mark("Show the picture, the path or the camera address in the clipboard.")),
    ActionSpec(name="open_model", menu="File", text=mark("Open network…"), keys=("Ctrl+Alt+O",), icon="network",
               help=mark("Open a Keras network from a .keras, .h5 or TensorFlow.js file. Nothing in it is ever run.")),
    ActionSpec(name="save_picture", menu="File", text=mark("Save current picture…"), icon="save", starts_group=True,
               help=mark("Write the picture as it comes from the source to a file.")),
    ActionSpec(name="save_result", menu="File", text=mark("Save result…"), keys=("Ctrl+S",), icon="save",
               help=mark("Write the result of the selected stage to a file.")),
    ActionSpec(name="save_model", menu="File", text=mark("Save network…"), keys=("Ctrl+S",), icon="save",
               help=mark("Write the open network with its weights to a file: .keras, TensorFlow Lite or ONNX.")),
    ActionSpec(name="open_job", menu="File", text=mark("Open training job…"), icon="open", starts_group=True,
               help=mark("Set data, network and settings as a job that was saved says.")),
    ActionSpec(name="save_job", menu="File", text=mark("Save training job…"), keys=("Ctrl+S",), icon="save",
               help=mark("Write data, network and settings to a file that “main.py train” runs without a window, here "
                         "or on another machine.")),
    ActionSpec(name="save_numbers", menu="File", text=mark("Save the layer's numbers…"), keys=("Ctrl+Alt+S",),
               icon="save", help=mark("Write what the selected layer gives for this picture to a NumPy file (.npy).")),
    ActionSpec(name="copy_result", menu="Edit", text=mark("Copy result"), keys=("Ctrl+Shift+C",), icon="copy",
               help=mark("Put the result, as it is drawn, into the clipboard.")),
    ActionSpec(name="record", menu="File", text=mark("Record clip"), keys=("Ctrl+R",), icon="record", is_checkable=True,
               help=mark("Write what the result shows to a video file, until it is clicked again.")),
    ActionSpec(name="open_project", menu="File", text=mark("Open project…"), icon="open", starts_group=True,
               help=mark("Bring back a whole lesson: source, recipe, network, data, and the training runs.")),
    ActionSpec(name="save_project", menu="File", text=mark("Save project"), icon="save", keys=("Ctrl+Alt+Shift+S",),
               help=mark("Write everything that is set, and the training runs, to one file.")),
    ActionSpec(name="save_project_as", menu="File", text=mark("Save project as…"), icon="save",
               help=mark("Write the project to another file.")),
    ActionSpec(name="project_pictures", menu="File", text=mark("Projects take pictures along"), is_checkable=True,
               help=mark("Put the pictures, the data and the network into the project, so that it is the same on "
                         "another computer. Otherwise it only says where they are.")),
    ActionSpec(name="restore_last", menu="File", text=mark("Restore last session"), icon="clock", starts_group=True,
               help=mark("Bring back source and recipe as they were when the program was last closed.")),
    ActionSpec(name="quit", menu="File", text=mark("Quit"), keys=("Ctrl+Q",), icon="close", starts_group=True,
               help=mark("Close the program. Nothing that was saved is lost.")),
    ActionSpec(name="undo", menu="Edit", text=mark("Undo"), keys=("Ctrl+Z",), icon="undo",
               help=mark("Take back the last change of the recipe.")),
    ActionSpec(name="redo", menu="Edit", text=mark("Redo"), keys=("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo",
               help=mark("Make the change that was taken back once more.")),
    ActionSpec(name="undo_network", menu="Edit", text=mark("Undo in the network"), keys=("Ctrl+Z",), icon="undo",
               help=mark("Take back the last change of the network that is being built.")),
    ActionSpec(name="redo_network", menu="Edit", text=mark("Redo in the network"), keys=("Ctrl+Shift+Z", "Ctrl+Y"),
               icon="redo", help=mark("Make the change of the network that was taken back once more.")),
    ActionSpec(name="undo_train", menu="Edit", text=mark("Undo in the data"), keys=("Ctrl+Z",), icon="undo",
               help=mark("Take back the last change of the pictures and classes.")),
    ActionSpec(name="redo_train", menu="Edit", text=mark("Redo in the data"), keys=("Ctrl+Shift+Z", "Ctrl+Y"),
               icon="redo", help=mark("Make the change of the data that was taken back once more.")),
    ActionSpec(name="workspace_kernels", menu="View", text=mark("Workspace: Kernels"), keys=("Ctrl+F1",), icon="kernel",
               is_checkable=True, help=mark("Kernels, pooling and filters, down to the arithmetic of one value.")),
    ActionSpec(name="workspace_network", menu="View", text=mark("Workspace: Network"), keys=("Ctrl+F2",),
               icon="network", is_checkable=True,
               help=mark("A whole network, opened up live: every layer's maps, and where each value comes from.")),
    ActionSpec(name="workspace_train", menu="View", text=mark("Workspace: Train"), keys=("Ctrl+F3",), icon="train",
               is_checkable=True,
               help=mark("From a handful of pictures to a trained network: collect, train, see where it is wrong.")),
    ActionSpec(name="left_source", menu="View", text=mark("Left: the source"), keys=("Ctrl+1",), is_checkable=True,
               starts_group=True,
               help=mark("Show the source beside the result.")),
    ActionSpec(name="left_input", menu="View", text=mark("Left: the stage's own input"), keys=("Ctrl+2",),
               is_checkable=True, help=mark("Show what the selected stage gets to work on beside its result.")),
    ActionSpec(name="full_scale", menu="View", text=mark("Scale to the true extremes"), is_checkable=True,
               help=mark("Draw from the smallest to the largest value. Otherwise the most extreme values in a thousand "
                         "are cut off, so that one bright pixel does not darken the rest.")),
    ActionSpec(name="zoom_in", menu="View", text=mark("Zoom in"), keys=("Ctrl++", "Ctrl+="), icon="zoom-in",
               starts_group=True, help=mark("Larger pixels, in both pictures. The mouse wheel does the same.")),
    ActionSpec(name="zoom_out", menu="View", text=mark("Zoom out"), keys=("Ctrl+-",), icon="zoom-out",
               help=mark("Smaller pixels, in both pictures.")),
    ActionSpec(name="zoom_fit", menu="View", text=mark("Whole picture"), keys=("Ctrl+0",), icon="fit",
               help=mark("Fit the whole picture into its view.")),
    ActionSpec(name="walk", menu="View", text=mark("Walk over the result"), keys=("P",), icon="play",
               starts_group=True, help=mark("The microscope goes from value to value by itself; P again stops it.")),
    ActionSpec(name="walk_on", menu="View", text=mark("Microscope: next value"), keys=(".",), icon="step-forward",
               help=mark("Explain the next value of the result. In the microscope the arrow keys move, too.")),
    ActionSpec(name="walk_back", menu="View", text=mark("Microscope: value before"), keys=(",",), icon="step-back",
               help=mark("Explain the value before this one.")),
    ActionSpec(name="theme_system", menu="View", text=mark("Theme: like the system"), is_checkable=True,
               starts_group=True, help=mark("Light or dark, as the system is.")),
    ActionSpec(name="theme_light", menu="View", text=mark("Theme: light"), is_checkable=True,
               help=mark("A light window, for bright rooms and projectors.")),
    ActionSpec(name="theme_dark", menu="View", text=mark("Theme: dark"), is_checkable=True,
               help=mark("A dark window, on which pictures stand out.")),
    ActionSpec(name="presenter", menu="View", text=mark("Presenter"), keys=("F5",), icon="presenter", is_checkable=True,
               starts_group=True, help=mark("Large type and large pictures for a class; F5 or Escape leaves.")),
    ActionSpec(name="next_panel", menu="View", text=mark("Go to the next panel"), keys=("F6",),
               help=mark("Move the keyboard to the next open panel, or to the pictures.")),
    ActionSpec(name="previous_panel", menu="View", text=mark("Go to the panel before"), keys=("Shift+F6",),
               help=mark("Move the keyboard to the open panel before this one.")),
    ActionSpec(name="reset_layout", menu="View", text=mark("Reset layout"), icon="layout",
               help=mark("Put every panel of this workspace back to its first place.")),
    ActionSpec(name="freeze", menu="Source", text=mark("Freeze"), keys=("Space",), icon="freeze", is_checkable=True,
               help=mark("Hold the present frame, so that it can be looked at in peace.")),
    ActionSpec(name="paint", menu="Source", text=mark("Paint on the picture"), keys=("B",), icon="brush",
               is_checkable=True,
               help=mark("Hold the picture and paint on it; the network answers at once. B again puts it back.")),
    ActionSpec(name="play", menu="Source", text=mark("Play or pause the video"), keys=("Ctrl+Space",), icon="play",
               help=mark("Let a video run, or stop it where it is.")),
    ActionSpec(name="next_picture", menu="Source", text=mark("Next picture"), keys=("PgDown",), icon="step-forward",
               help=mark("The next picture of the folder. The right arrow key does the same.")),
    ActionSpec(name="previous_picture", menu="Source", text=mark("Previous picture"), keys=("PgUp",), icon="step-back",
               help=mark("The picture before this one in the folder. The left arrow key does the same.")),
    ActionSpec(name="mirror", menu="Source", text=mark("Mirror the camera"), icon="mirror", is_checkable=True,
               help=mark("Swap left and right, so that the camera shows you as a mirror does.")),
    ActionSpec(name="open_address", menu="Source", text=mark("Camera address…"), keys=("Ctrl+L",), icon="stream",
               help=mark("Show a network camera, for example a phone with a camera app.")),
    ActionSpec(name="new_recipe", menu="Recipe", text=mark("Empty recipe"), keys=("Ctrl+N",), icon="recipe",
               help=mark("Take all stages away; undo brings them back.")),
    ActionSpec(name="open_recipe", menu="Recipe", text=mark("Open recipe…"), icon="open",
               help=mark("Read a recipe that was saved before.")),
    ActionSpec(name="save_recipe", menu="Recipe", text=mark("Save recipe…"), keys=("Ctrl+Shift+S",), icon="save",
               help=mark("Write the stages and their settings to a file.")),
    ActionSpec(name="delete_stage", menu="Recipe", text=mark("Remove stage"), keys=("Ctrl+Backspace",), icon="remove",
               starts_group=True, help=mark("Take the selected stage out of the recipe.")),
    ActionSpec(name="duplicate_stage", menu="Recipe", text=mark("Duplicate stage"), keys=("Ctrl+D",), icon="duplicate",
               help=mark("Put a copy of the selected stage behind it.")),
    ActionSpec(name="toggle_stage", menu="Recipe", text=mark("Switch stage on or off"), keys=("Ctrl+E",), icon="eye",
               help=mark("See the result with and without the selected stage.")),
    ActionSpec(name="previous_stage", menu="Recipe", text=mark("Select the stage before"), keys=("Ctrl+Up",),
               icon="chevron-up", starts_group=True, help=mark("Look at the result one stage earlier.")),
    ActionSpec(name="next_stage", menu="Recipe", text=mark("Select the next stage"), keys=("Ctrl+Down",),
               icon="chevron-down", help=mark("Look at the result one stage later.")),
    ActionSpec(name="shortcuts", menu="Help", text=mark("Keyboard shortcuts"), keys=("F1", "?"), icon="help",
               help=mark("Every action and its keys on one sheet.")),
    ActionSpec(name="log_folder", menu="Help", text=mark("Open log folder"), icon="folder",
               help=mark("Show the folder with the program's log, for a report of a problem.")),
    ActionSpec(name="about", menu="Help", text=mark("About Kernelscope"), icon="info",
               help=mark("Version and licence.")),
)  # fmt: skip

ONLY_IN: Mapping[str, frozenset[str]] = {
    "kernels": frozenset((
        "save_result", "copy_result", "record", "undo", "redo", "left_source", "left_input", "full_scale", "zoom_in",
        "zoom_out", "zoom_fit", "walk", "walk_on", "walk_back", "new_recipe", "open_recipe", "save_recipe",
        "delete_stage", "duplicate_stage", "toggle_stage", "previous_stage", "next_stage",
    )),
    "network": frozenset(("undo_network", "redo_network"))
    | frozenset(("open_model", "paint", "save_model", "save_numbers")),
    "train": frozenset(("undo_train", "redo_train", "open_job", "save_job")),
}  # fmt: skip
"""Actions that belong to one workspace: in the others they are not to be seen, and their keys do nothing."""

KEY_NOTES = (
    KeyNote("Source", "← →", mark("Previous or next picture of a folder")),
    KeyNote("Recipe", mark("Delete"), mark("Remove the selected card")),
    KeyNote("Recipe", "Alt+↑ Alt+↓", mark("Move the selected card")),
    KeyNote("Recipe", "Ctrl+C Ctrl+V", mark("Copy and paste cards, while the keyboard is in the recipe")),
    KeyNote("Edit", mark("Delete"), mark("Remove the selected layer of the network that is being built")),
    KeyNote("Edit", "Ctrl+D  F2", mark("Duplicate or rename the selected layer")),
    KeyNote("Edit", "Alt+↑ Alt+↓", mark("Move the selected layer")),
    KeyNote("Edit", "1 … 9", mark("Hold: record pictures of the source into the first nine classes")),
    KeyNote("Edit", mark("Delete"), mark("Leave the selected pictures out of the data")),
    KeyNote("Edit", "T  V  E  L", mark("Keep the selected pictures for training, validation or test, or let them go")),
    KeyNote("View", mark("Mouse wheel"), mark("Zoom both pictures at the cursor")),
    KeyNote("View", mark("Drag"), mark("Move both pictures")),
    KeyNote("View", mark("Click in a picture"), mark("Put this value under the microscope")),
    KeyNote("View", "← → ↑ ↓", mark("Go from map to map of the network")),
    KeyNote("View", mark("Home  End"), mark("Go to the first or the last map")),
    KeyNote("View", "Shift+← → ↑ ↓", mark("Go from value to value within the chosen map")),
    KeyNote("View", mark("Enter  Esc"), mark("Enlarge the chosen map, or show all maps again")),
    KeyNote("View", "[  ]", mark("Make the brush smaller or larger, while the keyboard is in the picture")),
    KeyNote("View", "S", mark("Sort the maps again, while the keyboard is in them")),
)


class Actions(QObject):
    """The actions as Qt's own, by name."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {spec.name: self._made(spec) for spec in ACTIONS}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def of_menu(self, menu: str) -> list[tuple[ActionSpec, QAction]]:
        """The actions of one menu in their order."""
        return [(spec, self._actions[spec.name]) for spec in ACTIONS if spec.menu == menu]

    def set_workspace(self, workspace: str) -> None:
        """Show the actions of one workspace and hide those of the others."""
        for spec in ACTIONS:
            owners = [owner for owner, names in ONLY_IN.items() if spec.name in names]
            self._actions[spec.name].setVisible(not owners or workspace in owners)

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(translated(spec.text), self)
        action.setObjectName(spec.name)
        action.setCheckable(spec.is_checkable)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setStatusTip("")
        action.setWhatsThis(translated(spec.help))
        _explain(action, action.whatsThis())
        return action


def show_steps(stack: QUndoStack, undo: QAction, redo: QAction, *, usual: tuple[str, str]) -> None:
    """Say what undo and redo would do next, or why they can do nothing. `usual` are their names without a step."""
    undo.setEnabled(stack.canUndo())
    redo.setEnabled(stack.canRedo())
    undone, redone = stack.undoText(), stack.redoText()  # not every step has words
    undo.setText(tr("Undo: {what}", what=undone) if undone else usual[0])
    redo.setText(tr("Redo: {what}", what=redone) if redone else usual[1])
    _explain(undo, undo.whatsThis() if stack.canUndo() else tr("Nothing was changed yet."))
    _explain(redo, redo.whatsThis() if stack.canRedo() else tr("Nothing was taken back."))


def _explain(action: QAction, words: str) -> None:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{action.text().rstrip('…')}{f'  ({keys})' if keys else ''}\n{words}")
