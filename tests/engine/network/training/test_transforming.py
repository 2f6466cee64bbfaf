import numpy as np
import pytest
from hypothesis import given, settings

from engine.network.data.opening import open_data
from engine.network.data.specs import BuiltInData, GeneratedData
from engine.network.training.transforms import KINDS
from engine.network.training.transforms_of_place import Crop, CutOut, Flip, Pad, Rotate, Shift, Zoom
from engine.network.training.transforms_of_values import Blur, Brightness, Contrast, Hue, Noise
from tests.engine.network.training.test_transforms import transforms

pytestmark = pytest.mark.usefixtures("keras_loaded")
FACES = open_data(BuiltInData(name="faces"))
SHAPES = open_data(GeneratedData(side=32, count=60, noise=0.0))


def faces(count=24):
    return np.stack([FACES.picture(index) for index in range(count)]).astype(np.float32)


def shapes(count=24):
    return np.stack([SHAPES.picture(index) for index in range(count)]).astype(np.float32)


def changed(pictures, *some, seed=3):
    from engine.network.training.transforming import changed

    return changed(pictures, some, seed=seed)


@settings(max_examples=25, deadline=None)
@given(transforms())
def test_every_transform_keeps_shape_and_range_and_repeats(transform):
    for pictures in (faces(3), shapes(3)):
        made = changed(pictures, transform)
        assert made.shape == pictures.shape
        assert made.dtype == np.float32
        assert made.min() >= -1e-3
        assert made.max() <= 255 + 1e-3
        np.testing.assert_array_equal(made, changed(pictures, transform))


@pytest.mark.parametrize("kind", KINDS)
def test_each_picture_gets_a_change_of_its_own(kind):
    same = np.repeat(shapes(9)[8:], 12, axis=0)
    made = changed(same, kind())
    assert len({each.tobytes() for each in made}) >= 2
    assert not np.array_equal(made, changed(same, kind(), seed=4))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_happens_outside_training(kind):
    from engine.network.training.transforming import layers_of

    (layer,) = layers_of([kind()], channels=3, seed=1)
    np.testing.assert_allclose(np.asarray(layer(shapes(3), training=False)), shapes(3), atol=1e-3)


@pytest.mark.parametrize("kind", KINDS)
def test_layers_work_in_a_graph_with_batches_of_any_size_and_go_on_where_they_were(kind):
    import tensorflow as tf

    from engine.network.training.transforming import layers_of

    (layer,) = layers_of([kind()], channels=3, seed=1)
    step = tf.function(
        lambda pictures: layer(pictures, training=True), input_signature=[tf.TensorSpec((None, 32, 32, 3))]
    )
    step(tf.constant(shapes(5)))
    before = [np.asarray(each).copy() for each in layer.variables]
    assert before
    first = step(tf.constant(shapes(8))).numpy()
    second = step(tf.constant(shapes(8))).numpy()
    assert not np.array_equal(first, second)
    for variable, value in zip(layer.variables, before, strict=True):
        variable.assign(value)
    np.testing.assert_array_equal(step(tf.constant(shapes(8))).numpy(), first)


@pytest.mark.parametrize("kind", KINDS)
def test_layers_work_in_a_data_pipeline(kind):
    import tensorflow as tf

    from engine.network.training.transforming import layers_of

    (layer,) = layers_of([kind()], channels=3, seed=1)
    batches = tf.data.Dataset.from_tensor_slices(shapes(6)).batch(4)
    found = [each.numpy().shape[0] for each in batches.map(lambda each: layer(each, training=True))]
    assert found == [4, 2]


@pytest.mark.parametrize("kind", KINDS)
def test_layers_come_back_from_their_configuration(kind):
    import keras

    from engine.network.training.transforming import layers_of

    (layer,) = layers_of([kind()], channels=3, seed=1)
    again = keras.saving.deserialize_keras_object(keras.saving.serialize_keras_object(layer))
    first, second = (np.asarray(each(shapes(6), training=True)) for each in (layer, again))
    np.testing.assert_array_equal(first, second)


@pytest.mark.parametrize(("direction", "axes"), [("horizontal", [2]), ("vertical", [1])])
def test_flip_mirrors_half(direction, axes):
    pictures = faces(60)
    made = changed(pictures, Flip(direction=direction))
    is_same = (made == pictures).all(axis=(1, 2, 3))
    is_mirrored = (made == np.flip(pictures, axes)).all(axis=(1, 2, 3))
    assert (is_same | is_mirrored).all()
    assert 15 < is_mirrored.sum() < 45


def centre_of(pictures):
    """Row and column of the middle of brightness."""
    weights = pictures[..., 0].astype(float)
    rows, columns = np.indices(weights.shape[1:])
    total = weights.sum(axis=(1, 2))
    return np.stack([(weights * rows).sum(axis=(1, 2)) / total, (weights * columns).sum(axis=(1, 2)) / total], axis=1)


def spot(row=12, column=20, side=32, size=2, count=40):
    pictures = np.zeros((count, side, side, 1), np.float32)
    pictures[:, row - size : row + size, column - size : column + size] = 255
    return pictures


def test_rotate_turns_by_no_more_than_it_says():
    made = centre_of(changed(spot(), Rotate(degrees=30, fill="constant"))) - 15.5
    before = centre_of(spot())[0] - 15.5
    angles = np.rad2deg(np.arctan2(made[:, 0], made[:, 1]) - np.arctan2(before[0], before[1]))
    assert np.abs(angles).max() < 31
    assert np.abs(angles).max() > 15
    np.testing.assert_allclose(np.hypot(*made.T), np.hypot(*before), atol=0.3)


def test_shift_moves_by_no_more_than_it_says():
    made = centre_of(changed(spot(16, 16), Shift(vertical=0.25, horizontal=0.0, fill="constant")))
    assert np.abs(made[:, 1] - 15.5).max() < 0.01
    assert 4 < np.abs(made[:, 0] - 15.5).max() <= 8.01


def test_zoom_goes_both_ways():
    made = changed(spot(16, 16, size=8), Zoom(share=0.4, fill="constant"))
    sides = np.sqrt((made > 127).sum(axis=(1, 2, 3)))
    assert sides.min() < 14
    assert sides.max() > 18
    assert sides.max() <= 16 / 0.6 + 2


def test_crop_shows_a_piece_and_pad_the_whole():
    piece = changed(spot(16, 16, size=8), Crop(smallest=0.5))
    sides = np.sqrt((piece > 127).sum(axis=(1, 2, 3)))
    assert sides.max() > 20
    padded = changed(np.full((30, 32, 32, 1), 255, np.float32), Pad(share=1.0, fill="constant"))
    sides = np.sqrt((padded > 127).sum(axis=(1, 2, 3)))
    assert sides.min() < 22
    assert sides.min() >= 15
    places = centre_of(padded[sides < 25])
    assert places.std(axis=0).min() > 0.5


def test_brightness_adds_the_same_everywhere():
    pictures = np.full((40, 4, 4, 3), 128, np.float32)
    made = changed(pictures, Brightness(share=0.2)) - 128
    assert (made.std(axis=(1, 2, 3)) < 1e-3).all()
    assert 25 < np.abs(made).max() <= 51.01
    assert made.min() < -25
    assert made.max() > 25


def test_contrast_goes_both_ways_and_keeps_the_mean():
    pictures = faces(40) * 0.3 + 90
    made = changed(pictures, Contrast(share=0.5))
    ratio = made.std(axis=(1, 2, 3)) / pictures.std(axis=(1, 2, 3))
    np.testing.assert_allclose(made.mean(axis=(1, 2, 3)), pictures.mean(axis=(1, 2, 3)), atol=0.5)
    assert 0.49 < ratio.min() < 0.7
    assert 1.3 < ratio.max() < 1.51


def test_hue_turns_colours_and_leaves_gray_alone():
    red = np.zeros((40, 4, 4, 3), np.float32)
    red[..., 0] = 255
    made = changed(red, Hue(degrees=60))
    np.testing.assert_allclose(made.max(axis=3), 255, atol=0.5)
    assert made[..., 1].max() > 100
    assert made[..., 2].max() > 100
    assert (made[..., 0] > 254).all()
    gray = np.repeat(faces(4), 3, axis=3)
    np.testing.assert_allclose(changed(gray, Hue(degrees=60)), gray, atol=0.01)
    np.testing.assert_array_equal(changed(faces(4), Hue(degrees=60)), faces(4))


def test_noise_is_of_the_strength_it_says():
    flat = np.full((60, 32, 32, 1), 128, np.float32)
    spread = (changed(flat, Noise(sigma=20.0)) - 128).std(axis=(1, 2, 3))
    assert spread.max() < 21.5
    assert spread.max() > 15
    assert spread.min() < 5


def test_blur_is_a_gaussian_between_none_and_the_strongest():
    from engine.opencv import cv2

    pictures = faces(60)
    made = changed(pictures, Blur(sigma=2.0))
    np.testing.assert_allclose(changed(np.full_like(pictures, 77), Blur(sigma=2.0)), 77, atol=1e-3)
    likely = np.linspace(0.05, 2, 60)
    for before, after in zip(pictures[:6], made[:6], strict=True):
        candidates = [
            cv2.GaussianBlur(before, (11, 11), float(sigma), borderType=cv2.BORDER_REPLICATE) for sigma in likely
        ]
        assert min(np.abs(each - after[..., 0]).max() for each in candidates) < 4


def test_cut_out_covers_no_more_than_it_says_and_leaves_the_rest():
    pictures = np.full((80, 20, 20, 1), 10, np.float32)
    made = changed(pictures, CutOut(share=0.25, probability=0.5))
    is_covered = made != 10
    shares = is_covered.mean(axis=(1, 2, 3))
    assert (made[is_covered] == 128).all()
    assert shares.max() <= 0.32
    assert 20 < (shares > 0).sum() < 60
    assert not (changed(pictures, CutOut(share=0.25, probability=0.0)) != 10).any()
    assert (changed(pictures, CutOut(share=0.3, probability=1.0)) != 10).any(axis=(1, 2, 3)).mean() > 0.95
