import subprocess
import sys

import numpy as np
import pytest

from engine.errors import UserError
from engine.sources.moving import HEIGHT, WIDTH, MovingScene
from engine.sources.patterns import bars, gradient, impulse, noise, small_volume, step_edge, zone_plate
from engine.sources.samples import GROUPS, sample_image, sample_names, sample_spec, sample_title, samples
from engine.sources.specs import MovingSampleSpec, SampleSpec
from tests.engine.sources.watching import Watcher

STILL = [each.name for each in samples() if each.group != "moving"]


@pytest.mark.parametrize("name", STILL)
def test_every_still_sample_is_there_at_once(name):
    with Watcher(sample_spec(name)) as watcher:
        image = watcher.source.newest().image
        assert image.dtype == np.uint8
        assert image.ndim == 2 or image.shape[2] == 3
        assert image.max() > image.min()
        assert watcher.source.title == sample_title(name)


def test_photographs_patterns_and_moving_ones_are_all_offered():
    assert {"coffee", "camera", "astronaut", "coins", "retina"} <= set(sample_names("photographs"))
    assert len(sample_names("patterns")) == 9
    assert set(GROUPS) == {each.group for each in samples()}
    assert len(set(sample_names())) == len(sample_names())


def test_an_unknown_sample_is_refused():
    with pytest.raises(UserError, match="no built-in picture"):
        sample_image("unicorn")
    with pytest.raises(UserError, match="no moving sample"):
        MovingScene("coffee")
    with pytest.raises(UserError):
        Watcher(SampleSpec("pan"))


def test_scikit_image_is_not_imported_for_its_photographs():
    code = (
        "import sys; from engine.sources.samples import sample_image; import engine.sources.opening;"
        "sample_image('coffee'); bad = {'skimage', 'scipy', 'tensorflow', 'keras', 'PySide6'} & set(sys.modules);"
        "sys.exit(' '.join(bad) or 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_angle_turns_the_bars():
    image = bars(90)
    assert (image == image[:, :1]).all()
    with Watcher(SampleSpec("bars", angle=0.0)) as watcher:
        np.testing.assert_array_equal(watcher.source.newest().image, bars(0))


def test_patterns_are_what_they_are_for():
    assert np.unique(step_edge()).size == 2
    assert impulse().sum() == 255
    assert (np.diff(gradient().astype(int), axis=1) == 1).all()
    np.testing.assert_array_equal(noise(), noise())
    assert (zone_plate() == zone_plate()[::-1, ::-1]).all()
    assert small_volume().shape == (5, 5, 3)
    assert small_volume().max() == 2


@pytest.mark.parametrize("name", sample_names("moving"))
def test_a_moving_sample_plays_the_camera(name):
    with Watcher(MovingSampleSpec(name, frames_per_second=120)) as watcher:
        watcher.wait_for_frames(1)
        first = watcher.source.newest()
        watcher.wait_for_frames(5)
        later = watcher.source.newest()
        assert first.image.shape == (HEIGHT, WIDTH, 3)
        assert later.number > first.number
        assert (later.image != first.image).any()
        assert watcher.source.is_live
        assert watcher.source.status.frames_per_second == 120


def test_a_closed_moving_sample_is_silent():
    watcher = Watcher(MovingSampleSpec("shapes"))
    watcher.wait_for_frames(2)
    watcher.source.close()
    frames = watcher.frames
    newest = watcher.source.newest()
    watcher.source.close()
    assert (watcher.frames, watcher.source.newest()) == (frames, newest)
