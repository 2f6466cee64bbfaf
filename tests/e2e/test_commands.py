import json
import sys

import numpy as np
import pytest

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.recipe import Recipe
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.median import Median
from engine.sources.pictures.decode import decode_picture
from engine.sources.saving import save_picture
from tests.e2e.program import run


@pytest.fixture
def files(tmp_path):
    image = np.random.default_rng(5).integers(0, 256, (20, 30, 3), dtype=np.uint8)
    save_picture(tmp_path / "in.png", image)
    save_picture(tmp_path / "deep.png", image.astype(np.uint16) * 257)
    (tmp_path / "median.json").write_text(Recipe((Median(),)).to_text(), encoding="utf-8")
    edges = Recipe((Convolution(kernel=KernelChoice("sobel")),))
    (tmp_path / "edges.json").write_text(edges.to_text(), encoding="utf-8")
    return tmp_path


def read(path):
    return decode_picture(path.read_bytes(), name=path.name).image


def test_apply_writes_values_that_fit_as_they_are(files):
    done = run("apply", str(files / "median.json"), str(files / "in.png"), str(files / "out.png"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "as they are" in done.stdout
    expected = Median().apply(read(files / "in.png"))
    assert np.array_equal(read(files / "out.png"), expected.astype(np.uint8))


def test_apply_keeps_sixteen_bits(files):
    done = run("apply", str(files / "median.json"), str(files / "deep.png"), str(files / "out.png"))
    assert done.returncode == 0
    assert read(files / "out.png").dtype == np.uint16


def test_apply_draws_signed_values_as_the_window_does_and_says_so(files):
    done = run("apply", str(files / "edges.json"), str(files / "in.png"), str(files / "out.png"))
    assert done.returncode == 0
    assert "drawn as in the window" in done.stdout
    assert read(files / "out.png").shape == (20, 30, 3)


def test_apply_keeps_exact_numbers(files):
    run("apply", str(files / "edges.json"), str(files / "in.png"), str(files / "out.npy"))
    stage = Convolution(kernel=KernelChoice("sobel"))
    assert np.array_equal(np.load(files / "out.npy"), stage.apply(read(files / "in.png")))


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("apply", "absent.json", "in.png", "out.png"), "absent.json"),
        (("apply", "broken.json", "in.png", "out.png"), "damaged"),
        (("apply", "newer.json", "in.png", "out.png"), "newer"),
        (("apply", "large.json", "in.png", "out.png"), "kernel"),
        (("apply", "median.json", "absent.png", "out.png"), "absent.png"),
        (("apply", "median.json", "broken.png", "out.png"), "broken.png"),
        (("apply", "median.json", "in.png", "out.xyz"), "out.xyz"),
        (("apply", "median.json", "in.png", "nowhere/out.png"), "nowhere"),
        (("apply", "median.json"), "IMAGE"),
        (("--nonsense",), "nonsense"),
    ],
)
def test_a_refusal_is_one_sentence_and_leaves_no_file(files, arguments, word):
    (files / "broken.json").write_text("{", encoding="utf-8")
    (files / "newer.json").write_text(json.dumps({**Recipe().to_json(), "version": 99}), encoding="utf-8")
    large = Recipe((Convolution(kernel=KernelChoice("box", {"size": 31}), padding="valid"),))
    (files / "large.json").write_text(large.to_text(), encoding="utf-8")
    (files / "broken.png").write_bytes(b"no picture at all")
    given = [arguments[0], *(str(files / each) if "." in each else each for each in arguments[1:])]
    done = run(*given)
    assert done.returncode not in (0, None)
    assert word.lower() in done.stderr.lower()
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert not (files / "out.png").exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_it_names_the_tour():
    done = run(environment={"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""})
    assert done.returncode == 1
    assert "main.py tour" in done.stderr
    assert done.stderr.count("\n") == 1
