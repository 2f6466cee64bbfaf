import pytest

from engine.errors import UserError
from engine.sources.pictures.decode import decode_picture
from gui import tour
from gui.tour import run_tour


def test_the_tour_draws_workspace_and_panels_in_both_themes(qapp, tmp_path, monkeypatch):
    wanted = {"kernels", "presenter", "dock-microscope", "shortcuts"}
    every = tour._scenes
    monkeypatch.setattr(tour, "_network_scenes", lambda window, say: iter(()))
    monkeypatch.setattr(tour, "_train_scenes", lambda window, say: iter(()))
    monkeypatch.setattr(
        tour, "_scenes", lambda window, say: (each for each in every(window, say) if each.name in wanted)
    )
    paths = run_tour(tmp_path / "pictures")
    assert {path.name for path in paths} == {f"{name}-{theme}.png" for name in wanted for theme in ("dark", "light")}
    pictures = {path.stem: decode_picture(path.read_bytes(), name=path.name).image for path in paths}
    assert pictures["kernels-dark"].shape[:2] == (768, 1366)
    assert pictures["kernels-light"].mean() > pictures["kernels-dark"].mean() + 60
    assert pictures["dock-microscope-dark"].std() > 5


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="cannot be made"):
        run_tour(tmp_path / "file" / "pictures")
