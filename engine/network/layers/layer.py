"""What every kind of layer is and can tell, before anything is built."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, fields, replace
from math import prod
from typing import Any, ClassVar, Self

from engine.errors import UserError
from engine.imaging.explanation import Remark
from engine.imaging.stages.stage import Formula
from engine.network.layers.reach import POINTWISE, Reaches
from engine.parameters import Flag, Parameter, check_fields, parameter, parameters_of
from engine.text import mark

Shape = tuple[int, ...]
Shapes = tuple[Shape, ...]


class LayerError(UserError):
    """A layer that cannot do its work on what comes in; `field` names the setting to mend, where it is one."""

    def __init__(self, template: str, /, *, field: str = "", details: str = "", **values: object) -> None:
        super().__init__(template, details=details, **values)
        self.field = field

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.template, self.field, self.details, self.values))


def _rebuild(kind: type[LayerError], template: str, field: str, details: str, values: dict[str, object]) -> LayerError:
    return kind(template, field=field, details=details, **values)


@dataclass(frozen=True)
class Weight:
    """One array of numbers that a layer holds. Those that are not trainable are measured or counted, not learnt."""

    name: str
    shape: Shape
    is_trainable: bool = True

    @property
    def count(self) -> int:
        """How many numbers it holds."""
        return prod(self.shape)


@dataclass(frozen=True)
class Parameters:
    """How many parameters a layer has, with the formula filled in, and how many of them training changes."""

    formula: Formula
    trainable: int

    @property
    def total(self) -> int:
        """All parameters."""
        return self.formula.result

    @property
    def fixed(self) -> int:
        """Those that training leaves alone."""
        return self.total - self.trainable


@dataclass(frozen=True, kw_only=True)
class Layer(ABC):
    """One kind of layer with its settings: plain checked data that knows what it does to shapes and what it costs.

    Kinds and settings are called as in Keras, because scripts and files speak that language. Shapes leave out the
    batch axis: `(height, width, channels)` for maps, `(values,)` after flattening. A layer never computes values; that
    is done in the network worker.
    """

    KIND: ClassVar[str]
    TITLE: ClassVar[str]
    INPUTS: ClassVar[tuple[int, int]] = (1, 1)

    trainable: bool = parameter(
        Flag(
            title=mark("Trainable"),
            help=mark("Whether training changes this layer. A frozen layer keeps what it has learnt."),
            default=True,
        )
    )

    def __post_init__(self) -> None:
        check_fields(self)

    def summary(self) -> Remark:
        """The settings that matter, in one short line: `5×5 · stride 1 · 8 filters`."""
        return Remark("")

    def idle_settings(self) -> dict[str, str]:
        """Fields that have no effect at present, each with the reason as marked text."""
        return {}

    def output_shape(self, inputs: Shapes) -> Shape:
        """Shape of the result for inputs of these shapes; raises `LayerError` where there can be none."""
        least, most = self.INPUTS
        if not least <= len(inputs) <= most:
            raise LayerError(
                mark("{title} takes {least} inputs, but gets {count}. Connect the layers before it to it.")
                if least == most
                else mark("{title} takes at least {least} inputs, but gets {count}. Connect one more layer to it."),
                title=self.TITLE, least=least, count=len(inputs),
            )  # fmt: skip
        return self.shape_of(inputs)

    @abstractmethod
    def shape_of(self, inputs: Shapes) -> Shape:
        """What `output_shape` gives once the number of inputs has been checked."""

    def weights(self, inputs: Shapes) -> tuple[Weight, ...]:
        """The arrays that the layer holds, in Keras's order."""
        return ()

    def parameter_arithmetic(self, inputs: Shapes) -> str:
        """The left side of the parameter formula with the numbers filled in: `(5·5·3+1)·8`."""
        return " + ".join("·".join(str(side) for side in each.shape) or "1" for each in self.weights(inputs)) or "0"

    def parameters(self, inputs: Shapes) -> Parameters:
        """The number of parameters with its formula."""
        held = self.weights(inputs)
        return Parameters(
            Formula(mark("Parameters"), self.parameter_arithmetic(inputs), sum(each.count for each in held)),
            sum(each.count for each in held if each.is_trainable) if self.trainable else 0,
        )

    def multiply_adds(self, inputs: Shapes) -> int:
        """Multiplications, each with its addition, for one picture.

        Counted as papers count them: one multiply-add (MAC) for each tap of a kernel at each value, taps in the padded
        rim included, and for each weight of a dense layer. Biases, activations, pooling, normalisation and additions
        of maps are left out.
        """
        return 0

    def reach(self, inputs: Shapes) -> Reaches | None:
        """What one value looks at, vertically and horizontally; None where it looks at all of the input."""
        return POINTWISE

    def keras_settings(self) -> dict[str, Any]:
        """The arguments with which Keras makes this layer."""
        return {name: getattr(self, name) for name in self.declarations() if name != "trainable"}

    def changed(self, **settings: Any) -> Self:
        """A copy with some settings changed and checked."""
        return replace(self, **settings)

    @classmethod
    def declarations(cls) -> dict[str, Parameter]:
        """The declared settings by name."""
        return parameters_of(cls)

    def to_json(self) -> dict[str, Any]:
        """Plain data that `layer_from_json` turns back into an equal layer; settings at their default are left out."""
        data: dict[str, Any] = {"kind": self.KIND}
        for name, declaration in self.declarations().items():
            value = getattr(self, name)
            if value != declaration.default:
                data[name] = _plain(value)
        return data

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The layer that `data` describes; settings that are missing take their defaults."""
        known = {each.name for each in fields(cls)}
        unknown = sorted(str(name) for name in set(data) - known - {"kind"})
        if unknown:
            raise LayerError(
                mark("The layer “{kind}” has a setting “{name}” that is not known here. "
                     "Is the file from a newer version?"),
                kind=cls.KIND, name=unknown[0][:80],
            )  # fmt: skip
        return cls(**{name: value for name, value in data.items() if name != "kind"})


def _plain(value: Any) -> Any:
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def shape_text(shape: Shape) -> str:
    """A shape as people write it.

    >>> shape_text((28, 28, 8))
    '28×28×8'
    """
    return "×".join(str(side) for side in shape) or "1"


def maps_of(layer: Layer, inputs: Shapes) -> tuple[int, int, int]:
    """Height, width and channels of the only input, which has to be a stack of maps."""
    shape = inputs[0]
    if len(shape) != 3:
        raise LayerError(
            mark("{title} works on maps (height × width × channels), but {shape} comes in. "
                 "Move it before the layer that flattens."),
            title=layer.TITLE, shape=shape_text(shape),
        )  # fmt: skip
    return shape[0], shape[1], shape[2]
