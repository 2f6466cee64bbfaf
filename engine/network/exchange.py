"""Kernels going into a network's filters and coming out of them. Plain arrays; no Keras here.

A layer's kernels lie in one array, whose axes differ from kind to kind; `FilterBank` knows how.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.child.messages import Answer, Request
from engine.errors import UserError
from engine.imaging.cards import LARGEST_SIZE
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.own_kernels import resized
from engine.network.built import PlacedKernel
from engine.network.layers.convolution import Convolution
from engine.network.layers.depthwise import Depthwise, Separable
from engine.network.layers.layer import Layer, LayerError, Shapes
from engine.network.layers.transposed import Transposed
from engine.text import mark

ALL = -1
WITH_FILTERS = (Convolution, Depthwise, Separable, Transposed)
"""The kinds of layer that kernels can go into."""


@dataclass(frozen=True, kw_only=True)
class AskKernel(Request):
    """The kernel of one filter of a layer of the open network, for one input channel → `TakenKernel`."""

    layer: str
    filter: int
    channel: int


@dataclass(frozen=True, kw_only=True, eq=False)
class TakenKernel(Answer):
    """The numbers of a kernel, (height, width), and where they were."""

    layer: str
    filter: int
    channel: int
    weights: NDArray[np.float32]


@dataclass(frozen=True)
class FilterBank:
    """The filters of a layer: their height and width, how many there are, and how many channels each looks at.

    Of a separable convolution they are the kernels of its first step, before the channels are mixed.
    """

    kind: str
    size: tuple[int, int]
    filters: int
    channels: int

    @property
    def weight(self) -> str:
        """What the layer's array of these kernels is called."""
        return "depthwise_kernel" if self.kind == Separable.KIND else "kernel"

    @property
    def gives_maps(self) -> bool:
        """Whether each filter gives the map of its number."""
        return self.kind != Separable.KIND

    def check(self, filter_index: int, channel: int) -> None:
        """Refuse a filter or channel that is not there."""
        if not 0 <= filter_index < self.filters:
            raise LayerError(
                mark("There is no filter {index}; the layer has {count}, counted from 0."),
                index=filter_index, count=self.filters,
            )  # fmt: skip
        if not ALL <= channel < self.channels:
            raise LayerError(
                mark("There is no channel {index}; each filter looks at {count}, counted from 0."),
                index=channel, count=self.channels,
            )  # fmt: skip

    def kernels(self, weights: NDArray[np.float32], filter_index: int) -> NDArray[np.float32]:
        """A view of one filter, (channels, height, width), in the layer's array of weights."""
        if self.kind in (Depthwise.KIND, Separable.KIND):
            many = weights.shape[3]
            one: NDArray[np.float32] = weights[:, :, filter_index // many, filter_index % many][None]
            return one
        of_filter = weights[:, :, filter_index, :] if self.kind == Transposed.KIND else weights[..., filter_index]
        return np.moveaxis(of_filter, 2, 0)


def bank_of(layer: object, inputs: Shapes) -> FilterBank | None:
    """The filters of a layer into which kernels can go; None where it has none, or gets no maps."""
    if not isinstance(layer, WITH_FILTERS) or len(inputs) != 1 or len(inputs[0]) != 3:
        return None
    channels = inputs[0][2]
    if isinstance(layer, (Depthwise, Separable)):
        return FilterBank(layer.KIND, layer.kernel_size, channels * layer.depth_multiplier, 1)
    groups = layer.groups if isinstance(layer, Convolution) else 1
    if channels < groups:
        return None
    return FilterBank(layer.KIND, layer.kernel_size, layer.filters, channels // groups)


def problem_of(bank: FilterBank, placed: PlacedKernel) -> UserError | None:
    """Why a kernel cannot be put where it is meant to go; None where it can."""
    height, width = placed.kernel.weights().shape
    if (height, width) != bank.size:
        return LayerError(
            mark("The kernel is {found}, but the filters of “{layer}” are {expected}. "
                 "Choose a kernel of that size, or change the layer's."),
            found=f"{height}×{width}", layer=placed.layer, expected=f"{bank.size[0]}×{bank.size[1]}",
        )  # fmt: skip
    try:
        bank.check(placed.filter, placed.channel)
    except LayerError as error:
        return error
    return None


def fitted_kernel(kernel: KernelChoice, size: tuple[int, int]) -> KernelChoice | None:
    """The kernel in another size: the library's own where it comes in that size, else with zeros around it.

    None where it would have to be cut.

    >>> fitted_kernel(KernelChoice("box", {"size": 3}), (5, 5)).settings
    (('size', 5),)
    """
    height, width = kernel.weights().shape
    if (height, width) == size:
        return kernel
    if kernel.card is not None and "size" in kernel.card.parameters and size[0] == size[1]:
        try:
            changed = kernel.changed(size=size[0])
        except UserError:
            changed = kernel
        if changed.weights().shape == size:
            return changed
    if height > size[0] or width > size[1] or max(size) > LARGEST_SIZE:
        return None
    return KernelChoice.own(resized(kernel.weights(), *size), kernel.label or kernel.title_parts()[0])


def place(weights: NDArray[np.float32], bank: FilterBank, placed: PlacedKernel) -> None:
    """Write a kernel into the layer's array of weights."""
    problem = problem_of(bank, placed)
    if problem is not None:
        raise problem
    kernels = bank.kernels(weights, placed.filter)
    if placed.channel == ALL:
        kernels[:] = placed.kernel.weights()
        return
    if placed.is_alone:
        kernels[:] = 0
    kernels[placed.channel] = placed.kernel.weights()


def taken(weights: NDArray[np.float32], bank: FilterBank, filter_index: int, channel: int) -> NDArray[np.float32]:
    """A copy of the kernel of one filter for one channel."""
    bank.check(filter_index, max(channel, 0))
    return np.array(bank.kernels(weights, filter_index)[channel], np.float32)


def has_filters(layer: Layer) -> bool:
    """Whether kernels can go into this kind of layer."""
    return isinstance(layer, WITH_FILTERS)
