"""The declarations of everything that can be turned on a convolution."""

from __future__ import annotations

from engine.parameters import Choice, Option, Pair, Real
from engine.text import mark

CHANNELS = Choice(
    title=mark("Channels"),
    help=mark("What the kernel does with a picture's colours."),
    default="gray",
    options=(
        Option("gray", mark("Gray"), mark("Colours are first mixed to gray: 0.299 R + 0.587 G + 0.114 B.")),
        Option("red", mark("Red only"), mark("Only the first channel is used.")),
        Option("green", mark("Green only"), mark("Only the second channel is used.")),
        Option("blue", mark("Blue only"), mark("Only the third channel is used.")),
        Option("each", mark("Each by itself"), mark("The same kernel works on every channel by itself.")),
        Option("volume", mark("Volume"), mark("As in a CNN: a kernel for every channel, summed, plus a bias.")),
    ),
)

OPERATION = Choice(
    title=mark("Operation"),
    help=mark("Whether the kernel is turned by 180° before it slides. CNN layers do not turn it."),
    default="correlation",
    options=(
        Option("correlation", mark("Cross-correlation"), mark("The kernel slides as it is. This is what CNNs do.")),
        Option("convolution", mark("Convolution"), mark("The kernel is first flipped in both axes, as in maths.")),
    ),
)

PADDING = Choice(
    title=mark("Padding"),
    help=mark("How wide a rim is laid around the picture before the kernel slides."),
    default="same",
    options=(
        Option("valid", mark("Valid"), mark("No rim: the result is smaller than the picture.")),
        Option("same", mark("Same"), mark("A rim that keeps the size, at stride 1.")),
        Option("full", mark("Full"), mark("A rim so wide that the kernel touches the picture with one corner.")),
        Option("custom", mark("Custom"), mark("A rim as wide as you say.")),
    ),
)

PADDING_SIZE = Pair(
    title=mark("Rim"),
    help=mark("Rows above and below, columns left and right."),
    default=(1, 1),
    minimum=0,
    maximum=64,
    unit="px",
)

BORDER = Choice(
    title=mark("Rim holds"),
    help=mark("What is put into the rim around the picture."),
    default="mirror",
    options=(
        Option("zero", mark("Zeros"), mark("What CNN layers do. Bright pictures get a dark frame.")),
        Option("constant", mark("A constant"), mark("Any number that you choose.")),
        Option("replicate", mark("Edge repeated"), mark("The outermost pixel goes on.")),
        Option("reflect", mark("Reflection"), mark("The picture mirrored, its edge pixel twice.")),
        Option("mirror", mark("Mirror"), mark("The picture mirrored at its edge pixel, which stands once.")),
        Option("wrap", mark("Wrap around"), mark("The opposite side of the picture follows.")),
    ),
)

BORDER_VALUE = Real(
    title=mark("Rim value"),
    help=mark("The number in the rim when it holds a constant."),
    default=0.0,
    minimum=-65535.0,
    maximum=65535.0,
    step=1.0,
    decimals=2,
)

STRIDE = Pair(
    title=mark("Stride"),
    help=mark("How far the kernel moves between two values. More means fewer values, less work, lost detail."),
    default=(1, 1),
    minimum=1,
    maximum=16,
    unit="px",
)

DILATION = Pair(
    title=mark("Dilation"),
    help=mark("Distance between the kernel's taps. A dilated kernel sees further without more weights."),
    default=(1, 1),
    minimum=1,
    maximum=16,
    unit="px",
)

BIAS = Real(
    title=mark("Bias"),
    help=mark("A number added to every sum."),
    default=0.0,
    minimum=-65535.0,
    maximum=65535.0,
    step=1.0,
    decimals=2,
)
