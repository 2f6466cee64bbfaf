"""The parameter table: one row a layer, every figure with the formula it comes from, and totals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction
from math import prod

from engine.imaging.explanation import Remark
from engine.imaging.stages.stage import Formula
from engine.network.architecture import MODEL_KIND, Architecture
from engine.network.budget import size_of
from engine.network.layers.layer import Shape, Shapes
from engine.network.sight import Sight
from engine.network.tracing import Trace, Traced, trace
from engine.text import mark

BYTES = 4  # float32


@dataclass(frozen=True)
class ReceptiveField:
    """What one value looks at: height and width in the input's pixels, and how far it moves from value to value.

    `offset` is where the field of the first value starts, negative in the padded rim. `stride` is None where all
    values look at the same. The size is that of the whole field, its part in the rim included, as papers give it.
    """

    size: tuple[int, int]
    stride: tuple[Fraction, Fraction] | None
    offset: tuple[int, int]

    def __str__(self) -> str:
        size = f"{self.size[0]}×{self.size[1]}"
        if self.stride is None:
            return size
        vertical, horizontal = self.stride
        return f"{size} / {vertical}" if vertical == horizontal else f"{size} / {vertical}, {horizontal}"


@dataclass(frozen=True)
class Row:
    """One layer, or one nested model under which its layers stand `depth` deeper.

    A model's figures are the sums of its layers. `is_shared` says that its parameters are another row's, so they are
    shown but not counted again. `share` is the part of all parameters, 0 … 1.
    """

    path: str
    name: str
    kind: str
    title: str
    setting: Remark
    depth: int
    inputs: Shapes
    output_shape: Shape
    activations: int
    params: int
    trainable: int
    formula: Formula | None
    macs: int
    receptive_field: ReceptiveField | None
    share: float
    is_shared: bool

    @property
    def is_model(self) -> bool:
        """Whether rows of its own stand under it."""
        return self.kind == MODEL_KIND

    def memory(self, batch: int = 1) -> int:
        """Bytes for the values of `batch` pictures and, once, for the parameters, as float32."""
        return BYTES * (self.activations * batch + (0 if self.is_shared else self.params))


@dataclass(frozen=True)
class Totals:
    """The sums over all layers; shared parameters count once."""

    layers: int
    params: int
    trainable: int
    macs: int
    activations: int

    @property
    def fixed(self) -> int:
        """Parameters that training leaves alone."""
        return self.params - self.trainable

    def memory(self, batch: int = 1) -> int:
        """Bytes for all values of `batch` pictures, kept all at once, and the parameters, as float32."""
        return BYTES * (self.activations * batch + self.params)


@dataclass(frozen=True)
class Table:
    """The rows of a network in order, and their totals."""

    name: str
    rows: tuple[Row, ...]
    totals: Totals

    @property
    def layers(self) -> tuple[Row, ...]:
        """The rows that are layers, without those that only sum up a nested model."""
        return tuple(row for row in self.rows if not row.is_model)

    def visible(self, folded: Sequence[str] = ()) -> tuple[Row, ...]:
        """The rows that show while the models at these paths are folded."""
        prefixes = tuple(f"{path}/" for path in folded)
        return tuple(row for row in self.rows if not prefixes or not row.path.startswith(prefixes))


def table_of(network: Architecture | Trace) -> Table:
    """The table of a network whose layers all fit; otherwise the first that does not is refused by name."""
    traced = (trace(network) if isinstance(network, Architecture) else network).checked()
    size = size_of(traced)
    totals = Totals(size.layers, size.parameters, size.trainable, size.multiply_adds, size.activations)
    rows: list[Row] = []
    for each in traced.nodes:
        _add(each, 0, totals.params, rows)
    return Table(traced.architecture.name, tuple(rows), totals)


def _add(each: Traced, depth: int, all_params: int, rows: list[Row]) -> tuple[int, int]:
    """Append the row of a node and those inside it; returns its parameters, all and trainable."""
    place = len(rows)
    layer = each.node.layer
    if isinstance(layer, Architecture):
        sums = [_add(inner, depth + 1, all_params, rows) for inner in each.inside]
        total, trainable = sum(params for params, _ in sums), sum(learnt for _, learnt in sums)
        formula, kind, title = None, MODEL_KIND, mark("Model")
        setting = Remark(mark("{count} layers"), {"count": len(rows) - place})
    else:
        counted = layer.parameters(each.inputs)
        total, trainable, formula = counted.total, counted.trainable, counted.formula
        kind, title, setting = layer.KIND, layer.TITLE, layer.summary()
    row = Row(
        path=each.path,
        name=each.node.name,
        kind=kind,
        title=title,
        setting=setting,
        depth=depth,
        inputs=each.inputs,
        output_shape=each.outputs[0],
        activations=each.activations,
        params=total,
        trainable=trainable,
        formula=formula,
        macs=each.multiply_adds,
        receptive_field=receptive_field(each.sight()),
        share=0.0 if each.is_shared or not all_params else total / all_params,
        is_shared=each.is_shared,
    )
    rows.insert(place, row)
    return (0, 0) if each.is_shared else (total, trainable)


def receptive_field(sight: Sight | None) -> ReceptiveField | None:
    """The figures of a sight; None where no picture comes in."""
    if sight is None:
        return None
    stride = None if sight.is_whole else (sight.rows.stride, sight.columns.stride)
    return ReceptiveField(sight.size, stride, (sight.rows.offset, sight.columns.offset))


@dataclass(frozen=True)
class DenseEquivalent:
    """What it would cost to make the same maps with a dense layer: every value from every value, with a bias each."""

    params: Formula
    macs: int
    times: float


def as_dense(row: Row) -> DenseEquivalent | None:
    """The cost of a layer's maps by a dense layer, and how many `times` the parameters that is.

    None for rows without parameters, for which it would compare nothing.

    >>> from engine.network.architecture import chain
    >>> from engine.network.layers.convolution import Convolution
    >>> from engine.network.layers.input import Input
    >>> row = table_of(chain("one", {"input": Input(), "conv1": Convolution(kernel_size=5)})).rows[1]
    >>> str(as_dense(row).params)
    '(32·32·3+1)·(28·28·8) = 19,273,856'
    """
    if not row.params or row.is_model or len(row.inputs) != 1 or len(row.output_shape) != 3:
        return None
    source, target = prod(row.inputs[0]), prod(row.output_shape)
    left = f"({'·'.join(map(str, row.inputs[0]))}+1)·({'·'.join(map(str, row.output_shape))})"
    params = (source + 1) * target
    return DenseEquivalent(Formula(mark("As a dense layer"), left, params), source * target, params / row.params)


@dataclass(frozen=True)
class Pairing:
    """Rows of two networks that stand for each other; None where only one of them has such a layer."""

    left: Row | None
    right: Row | None


def compared(left: Table, right: Table) -> tuple[Pairing, ...]:
    """The rows of two networks side by side, matched by the order of their kinds."""
    before, after = left.layers, right.layers
    matcher = SequenceMatcher(None, [row.kind for row in before], [row.kind for row in after], autojunk=False)
    pairings: list[Pairing] = []
    for _, first, end, other_first, other_end in matcher.get_opcodes():
        mine, theirs = before[first:end], after[other_first:other_end]
        for index in range(max(len(mine), len(theirs))):
            pairings.append(
                Pairing(mine[index] if index < len(mine) else None, theirs[index] if index < len(theirs) else None)
            )
    return tuple(pairings)
