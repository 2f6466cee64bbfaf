"""The explanation of a stage that turns each value into another by itself."""

from __future__ import annotations

import numpy as np

from engine.imaging.explanation import ChannelSum, Explanation, Remark, Window


def pointwise(
    row: int, column: int, channel: int, before: float, after: float, remark: Remark, *, activation: str = "none"
) -> Explanation:
    """One value in, one value out, and the sentence that says how."""
    one = np.array([[before]], dtype=np.float64)
    window = Window((row,), (column,), one, np.zeros((1, 1), dtype=bool))
    return Explanation(
        rule="pointwise",
        row=row,
        column=column,
        channel=channel,
        channels=(ChannelSum(channel, "", window, np.ones((1, 1)), one, before),),
        value=after,
        before_activation=before,
        activation=activation,
        remarks=(remark,),
    )
