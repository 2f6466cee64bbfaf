import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.network.data.checking import balance, check, surplus
from engine.network.data.dataset import ArrayData, StoppedError
from engine.network.data.edits import Edits, edited
from engine.network.data.fingerprints import MOST_DIFFERENT, alike_groups, fingerprint, small_copy
from engine.network.data.opening import open_data
from engine.network.data.specs import BuiltInData, FolderData, GeneratedData
from engine.network.data.splitting import Split, parts
from engine.opencv import cv2


def photographs():
    from skimage import data

    return [
        np.asarray(cv2.resize(each, (160, 120), interpolation=cv2.INTER_AREA))
        for each in (data.astronaut(), data.coffee(), data.chelsea(), data.rocket())
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda image: cv2.imdecode(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, 40])[1], 1),
        lambda image: cv2.resize(image, (80, 60), interpolation=cv2.INTER_AREA),
        lambda image: np.clip(image * 0.8 + 12, 0, 255).astype(np.uint8),
        lambda image: np.clip(image + np.random.default_rng(1).normal(0, 6, image.shape), 0, 255).astype(np.uint8),
    ],
)
def test_a_picture_that_was_packed_shrunk_or_lit_anew_is_nearly_the_same(change, tmp_path):
    for number, image in enumerate(photographs()):
        for name, each in (("before", image), ("after", change(image))):
            path = tmp_path / f"class {number % 2}" / f"{number} {name}.png"
            path.parent.mkdir(exist_ok=True)
            cv2.imwrite(str(path), each)
    data = open_data(FolderData(path=tmp_path))
    found = check(data)
    assert not found.duplicates
    named = [{data.identity(index).split()[1] for index in group} for group in found.near]
    assert len(found.near) == 4
    assert all(len(each) == 1 for each in named)
    split = parts(data, Split(validation=0.5), groups=found.groups)
    assert not set(found.groups[split.train].tolist()) & set(found.groups[split.validation].tolist())


@pytest.mark.parametrize("kind", ["shapes", "textures", "glyphs"])
def test_pictures_that_only_resemble_each_other_are_not_mixed_up(kind):
    found = check(open_data(GeneratedData(kind=kind, count=300, side=32)))
    assert not found.near
    assert len(set(found.groups.tolist())) == 300
    assert len(check(open_data(BuiltInData(name="faces"))).near) == 0


def test_even_pictures_are_like_nothing():
    pictures = np.stack([np.full((12, 12), value, np.uint8) for value in range(0, 250, 10)])
    assert not check(ArrayData("even", pictures, np.arange(25) % 2, "ab")).near


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000), st.integers(2, 60))
def test_bands_find_every_pair_that_a_comparison_of_all_finds(seed, count):
    rng = np.random.default_rng(seed)
    prints = rng.integers(1, 2**63, count, np.uint64)
    for index in range(1, count, 2):
        for bit in rng.integers(0, 64, int(rng.integers(0, 6))):
            prints[index] = prints[index - 1] ^ np.uint64(1 << int(bit))
    prints = np.maximum(prints, np.uint64(1))
    groups = alike_groups(
        prints, np.zeros((count, 16, 16), np.uint8), np.ones(count, bool), np.arange(count)
    )  # fmt: skip
    expected = np.arange(count)
    for one in range(count):
        for other in range(one):
            if bin(int(prints[one] ^ prints[other])).count("1") <= MOST_DIFFERENT:
                expected[expected == expected[one]] = expected[other]
    assert [[a == b for a in groups] for b in groups] == [[a == b for a in expected] for b in expected]


def test_thousands_that_look_alike_are_one_group():
    count = 3000
    prints = np.full(count, 12345, np.uint64)
    groups = alike_groups(prints, np.zeros((count, 16, 16), np.uint8), np.ones(count, bool), np.arange(count))
    assert len(set(groups.tolist())) == 1


def test_a_check_lists_what_is_broken_and_twice_there(tmp_path):
    rng = np.random.default_rng(4)
    for number in range(20):
        path = tmp_path / f"class {number % 2}" / f"{number:02}.png"
        path.parent.mkdir(exist_ok=True)
        cv2.imwrite(str(path), rng.integers(0, 256, (30, 30, 3), np.uint8))
    (tmp_path / "class 0" / "04.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    (tmp_path / "class 1" / "05.png").write_bytes((tmp_path / "class 0" / "08.png").read_bytes())
    data = open_data(FolderData(path=tmp_path))
    told = []
    found = check(data, told=lambda done, total: told.append((done, total)))
    assert [each.identity for each in found.unreadable] == ["class 0/04.png"]
    assert [[data.identity(index) for index in group] for group in found.duplicates] == [
        ["class 0/08.png", "class 1/05.png"]
    ]
    assert surplus(data, found) == ("class 1/05.png",)
    assert told[0] == (0, 40), "the search for equal files is told from its start"
    assert told[-1] == (40, 40)
    left = edited(data, Edits().remove([*(each.identity for each in found.unreadable), *surplus(data, found)]))
    assert left.counts() == (9, 9)
    assert not check(left).unreadable


def test_a_check_can_be_stopped():
    with pytest.raises(StoppedError):
        check(open_data(GeneratedData(count=500)), stop=lambda: True)


def test_prints_are_the_same_for_gray_and_colour():
    gray = np.random.default_rng(2).integers(0, 256, (40, 40, 1), np.uint8)
    assert fingerprint(gray) == fingerprint(np.repeat(gray, 3, axis=2)) != 0
    np.testing.assert_array_equal(small_copy(gray), small_copy(np.repeat(gray, 3, axis=2)))


@pytest.mark.parametrize(
    ("counts", "words"),
    [((50, 50), None), ((50, 40), None), ((100, 20), "rather say “class 0”"), ((12, 0), "No pictures yet: class 1"),
     ((4, 5), "only 4 pictures"), ((50,), "needs a second class"), ((), None)],
)  # fmt: skip
def test_balance_is_told_in_a_sentence(counts, words):
    labels = np.repeat(np.arange(len(counts)), counts).astype(np.int32)
    data = ArrayData(
        "", np.zeros((len(labels), 2, 2), np.uint8), labels, [f"class {each}" for each in range(len(counts))]
    )
    said = balance(data)
    assert (said is None) if words is None else words in str(said)
