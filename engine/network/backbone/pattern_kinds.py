"""The kinds of patterns that recipes choose from: fields of numbers with mean 0 and spread 1. No Keras here."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.network.backbone.network import SIDE
from engine.opencv import cv2

Field = NDArray[np.float32]
Chance = np.random.Generator
Points = NDArray[np.float64]

# Outlines are drawn to a sixteenth of a pixel.
_FINE_BITS = 4
_MARGIN = 5.0
_MOST_LEAVES, _MOST_SPOTS, _MOST_STROKES = 220, 250, 300
_LINE = np.linspace(-1, 1, SIDE, dtype=np.float32)


def grain(like: Chance, rng: Chance) -> Field:
    """Noise that falls with frequency as in photographs, stretched, and bent into ridges, islands or specks."""
    slope, lowest = like.uniform(0.2, 2.2), max(0.0, like.uniform(-12, 8))
    stretch, turn = np.exp(max(0.0, like.uniform(-1.6, 1.6))), like.uniform(0, np.pi) + rng.normal(0, 0.08)
    down, across = np.fft.fftfreq(SIDE)[:, None] * SIDE, np.fft.rfftfreq(SIDE)[None] * SIDE
    along, aside = across * np.cos(turn) + down * np.sin(turn), down * np.cos(turn) - across * np.sin(turn)
    radius = np.hypot(along * stretch, aside / stretch)
    strength = (radius + 0.5) ** -slope * (radius >= max(lowest, 0.1))
    noise = np.fft.rfft2(rng.standard_normal((SIDE, SIDE)))
    field = evened(np.fft.irfft2(noise * strength, (SIDE, SIDE)))
    shape, much = like.integers(4), like.uniform(0, 1)
    if shape == 1:
        return evened(np.abs(field) ** (0.5 + 0.7 * much))
    if shape == 2:
        return evened(np.tanh(field * (0.7 + 3.3 * much) + like.uniform(-1, 1)))
    return evened(np.exp(field * (0.5 + much))) if shape == 3 else field


def leaves(like: Chance, rng: Chance) -> Field:
    """Things that hide one another, small ones more often than large ones, each of a tone of its own."""
    least, power = like.uniform(2, 6), like.uniform(1, 3)
    most = least * np.exp(like.uniform(0.7, 2.4))
    corners, flat = int(like.choice([0, 0, 4, 5])), like.uniform(1, 4)
    turn, wild = like.uniform(0, np.pi), like.choice([0.15, 2.0])
    tones, shading = like.uniform(0.2, 1.5), like.uniform(0, 0.6)
    grains = like.uniform(0, 0.8) * grain(branch(like), rng)
    field = np.full((SIDE, SIDE), rng.normal(0, tones), np.float32)
    for _ in range(min(_MOST_LEAVES, int(2.2 * SIDE**2 / (least * most)))):
        share = rng.random()
        size = (least**-power + share * (most**-power - least**-power)) ** (-1 / power)
        outline = _outline(rng, corners, flat) @ _turned(turn + rng.normal(0, wild)) * size + _place(rng)
        mask = np.zeros((SIDE, SIDE), np.uint8)
        cv2.fillPoly(mask, [_fine(outline)], 1, cv2.LINE_8, _FINE_BITS)
        np.copyto(field, grains + light(rng, shading) + np.float32(rng.normal(0, tones)), where=mask.astype(bool))
    return evened(field)


def spots(like: Chance, rng: Chance) -> Field:
    """Spots or rings on a ground, apart from one another: stars, coins, pebbles, nuclei."""
    size, spread = np.exp(like.uniform(0, 2.4)), like.uniform(0, 0.5)
    cover, softness, tones = like.uniform(0.03, 0.5), like.uniform(-0.4, 1), like.uniform(0, 0.6)
    has_rings = like.random() < 0.3
    field, taken = np.zeros((SIDE, SIDE), np.float32), np.zeros((SIDE, SIDE), np.uint8)
    for _ in range(int(np.clip(cover * SIDE**2 / (3 * size**2), 3, _MOST_SPOTS))):
        radius, place = float(size * np.exp(rng.normal(0, spread))), _place(rng)
        column, row = np.clip(place, 0, SIDE - 1).astype(int)
        if taken[row, column]:
            continue
        middle, extent = _fine(place).tolist(), max(1, int(radius * 2**_FINE_BITS))
        pen = max(1, int(radius / 4)) if has_rings else -1
        cv2.circle(taken, middle, extent, 1, -1, cv2.LINE_8, _FINE_BITS)
        cv2.circle(field, middle, extent, 1 + float(rng.normal(0, tones)), pen, cv2.LINE_8, _FINE_BITS)
    if softness > 0:
        field = cv2.GaussianBlur(field, (0, 0), float(0.4 + softness * size / 3))
    return _grained(like, rng, field)


def cells(like: Chance, rng: Chance) -> Field:
    """Neighbours with joints between them, from walls to gravel."""
    high = like.uniform(5, 22)
    wide, loose = high * np.exp(like.uniform(-0.5, 1)), like.uniform(0, 0.6)
    joint, joint_tone, tones = like.uniform(0.5, 3), like.normal(0, 1.5), like.uniform(0, 1.2)
    is_staggered, turn = like.random() < 0.5, like.choice([0.0, like.uniform(0, np.pi)]) + rng.normal(0, 0.06)
    most = 60
    rows, columns = np.mgrid[-int(most / high) : most / high, -int(most / wide) : most / wide]
    moved = rng.uniform(0, 1, 2)[:, None, None] + [rows, columns + 0.5 * (rows % 2) * is_staggered]
    middles = moved.reshape(2, -1).T + rng.uniform(-loose, loose, (rows.size, 2))
    # Distances are reckoned in cells, so that cells are as high and wide as they should be.
    everywhere = np.stack(np.meshgrid(_LINE, _LINE, indexing="ij"), axis=-1).reshape(-1, 2) * SIDE / 2
    places = (everywhere @ _turned(turn) / [high, wide]).astype(np.float32)
    is_near = (np.abs(middles - places.mean(0)) < np.ptp(places, axis=0) / 2 + 1).all(axis=1)
    middles = middles[is_near].astype(np.float32)
    distance = np.hypot(*(middles.T[:, :, None] - places.T[:, None]))
    nearest = distance.argmin(axis=0)
    first = distance.min(axis=0)
    np.put_along_axis(distance, nearest[None], np.inf, axis=0)
    inside = np.clip((distance.min(axis=0) - first) * high / joint, 0, 1)
    tone = rng.normal(0, tones, len(middles))[nearest]
    return _grained(like, rng, (tone * inside + joint_tone * (1 - inside)).reshape(SIDE, SIDE))


def strokes(like: Chance, rng: Chance) -> Field:
    """Many strokes: grass, fur, writing, wires."""
    length, pen = np.exp(like.uniform(0.7, 3.6)), int(like.integers(1, 4))
    turn, wild = like.uniform(0, np.pi), like.choice([like.uniform(0, 0.9), 3.0], p=[0.7, 0.3])
    bend, tones, count = like.uniform(0, 1.2), like.uniform(0, 1), like.uniform(0.1, 1.2) * SIDE**2 / (2 * length)
    pitch, is_in_lines = like.uniform(6, 16), like.random() < 0.3
    field, start = np.zeros((SIDE, SIDE), np.float32), rng.uniform(0, pitch)
    for _ in range(int(np.clip(count, 4, _MOST_STROKES))):
        x, y = _place(rng)
        if is_in_lines:
            y = start + pitch * np.floor(y / pitch) + rng.normal(0, pitch / 8)
        angles = turn + rng.normal(0, wild) + bend * rng.normal() * np.linspace(-0.5, 0.5, 5)
        steps = np.stack([np.cos(angles), np.sin(angles)], axis=1) * (length / 5 * np.exp(rng.normal(0, 0.2)))
        way = [_fine(np.cumsum(steps, axis=0) + np.array([x, y]))]
        cv2.polylines(field, way, False, 1 + float(rng.normal(0, tones)), pen, cv2.LINE_8, _FINE_BITS)
    return _grained(like, rng, field)


def branch(like: Chance) -> Chance:
    """A chance of its own for a part, so that how often it is asked changes nothing after it."""
    return np.random.default_rng(int(like.integers(2**31)))


def _grained(like: Chance, rng: Chance, field: Field) -> Field:
    return evened(evened(field) + like.uniform(0, 0.7) * grain(branch(like), rng))


def light(rng: Chance, most: float) -> Field:
    """Light from one side."""
    across, down = rng.normal(0, most, 2).astype(np.float32)
    slope: Field = across * _LINE + down * _LINE[:, None]
    return slope


def _outline(rng: Chance, corners: int, flat: float) -> Points:
    """Round, a box, or any polygon; as wide as 2, and flatter than that."""
    angles: NDArray[Any] = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    if corners == 4:
        angles = (np.arange(4) + 0.5) * (np.pi / 2)
    elif corners:
        angles = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(3, 7))))
    return np.stack([np.cos(angles), np.sin(angles) / flat], axis=1)


def _turned(angle: float) -> Points:
    cosine, sine = np.cos(angle), np.sin(angle)
    return np.array([[cosine, sine], [-sine, cosine]])


def _place(rng: Chance) -> Points:
    return rng.uniform(-_MARGIN, SIDE + _MARGIN, 2)


def _fine(points: Points) -> NDArray[np.int32]:
    fine: NDArray[np.int32] = np.rint(points * 2**_FINE_BITS).astype(np.int32)
    return fine


def evened(values: NDArray[np.floating]) -> Field:
    """With mean 0 and spread 1."""
    field: Field = ((values - values.mean()) / max(float(values.std()), 1e-3)).astype(np.float32)
    return field
