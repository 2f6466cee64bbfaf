"""The whole tour, network included, as a command of its own."""

from engine.sources.pictures.decode import decode_picture
from tests.e2e.program import run


def test_the_tour_draws_every_workspace(tmp_path):
    done = run("tour", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    names = {path.name for path in tmp_path.iterdir()}
    assert {"kernels-dark.png", "network-dark.png", "network-light.png", "dock-network_origin-light.png"} <= names
    assert {"train-dark.png", "train-light.png", "train-pictures-dark.png", "dock-train_inside-light.png"} <= names
    pictures = {
        theme: decode_picture((tmp_path / f"network-{theme}.png").read_bytes(), name=theme).image
        for theme in ("dark", "light")
    }
    assert {image.shape[:2] for image in pictures.values()} == {(768, 1366)}
    assert pictures["light"].mean() > pictures["dark"].mean() + 60
