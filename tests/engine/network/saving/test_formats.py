from pathlib import Path

import pytest

from engine.errors import UserError
from engine.network.saving import formats
from engine.network.saving.formats import FORMATS, Format, format_for


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.key)
def test_the_ending_says_the_format(form):
    assert format_for(Path(f"net{form.suffix}")) is form
    assert format_for(Path(f"net{form.suffix.upper()}")) is form


def test_another_ending_is_refused_with_those_that_there_are():
    with pytest.raises(UserError, match=r"“net\.h5”.*\.keras, \.tflite, \.onnx"):
        format_for(Path("net.h5"))


def test_a_format_without_its_packages_says_what_to_install(monkeypatch):
    monkeypatch.setattr(formats, "find_spec", lambda name: None if name == "tf2onnx" else object())
    form = format_for(Path("net.onnx"))
    assert form.missing == ("tf2onnx",)
    assert "Run “pip install tf2onnx”" in str(form.refusal())
    assert Format(key="x", title="X", suffix=".x", help="").refusal() is None
