import subprocess
import sys

import numpy as np
import pytest

from engine.errors import UserError
from engine.network.data import built_in as reading
from engine.network.data.built_in import built_in


def _pictures(data):
    return np.stack([data.picture(index)[..., 0] for index in range(len(data))])


def test_digits_are_those_that_scikit_learn_reads():
    from sklearn.datasets import load_digits

    bunch, data = load_digits(), built_in("digits")
    np.testing.assert_array_equal(_pictures(data), np.rint(bunch.images * 255 / 16))
    np.testing.assert_array_equal(data.labels, bunch.target)
    assert data.class_names == tuple("0123456789")


def test_faces_are_those_that_scikit_image_reads():
    from skimage.data import lfw_subset

    data = built_in("faces")
    np.testing.assert_array_equal(_pictures(data), np.rint(lfw_subset() * 255))
    assert data.counts() == (100, 100)


def test_reading_them_imports_neither_package():
    code = (
        "import sys; from engine.network.data.built_in import built_in; built_in('digits'); built_in('faces');"
        "sys.exit(any(name in sys.modules for name in ('sklearn', 'skimage', 'scipy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_a_package_that_is_not_whole_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(reading, "package_folder", lambda name: tmp_path)
    with pytest.raises(UserError, match="not whole"):
        built_in("digits")
