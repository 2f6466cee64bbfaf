import gzip
import io
import zipfile

import numpy as np
import pytest

from engine.errors import UserError
from engine.network.data.files.opening import spec_of
from engine.network.data.opening import open_data
from engine.network.data.specs import FileData, FolderData
from engine.network.data.splitting import Split, parts
from tests.engine.network.data import files_made as made


def opened(path):
    return open_data(FileData(path=path))


@pytest.mark.parametrize("packed", [True, False])
def test_a_folder_as_mnist_comes_in(tmp_path, packed):
    data = opened(made.write_mnist(tmp_path / "mnist", packed=packed))
    assert data.shape == (6, 5, 1)
    assert data.class_names == ("0", "1", "2", "3")
    np.testing.assert_array_equal(data.picture(13)[..., 0], made.pictures(1)[1])
    found = parts(data, Split())
    assert found.test.tolist() == list(range(12, 24))
    assert spec_of(tmp_path / "mnist") == FileData(path=tmp_path / "mnist")


def test_one_file_of_a_pair_brings_the_other(tmp_path):
    folder = made.write_mnist(tmp_path)
    for name in ("t10k-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz"):
        data = opened(folder / name)
        assert len(data) == 12
        np.testing.assert_array_equal(data.picture(1)[..., 0], made.pictures(1)[1])


def test_packed_and_unpacked_side_by_side_are_one(tmp_path):
    made.write_mnist(tmp_path)
    assert len(opened(made.write_mnist(tmp_path, packed=False))) == 24


def test_fashion_gets_its_names(tmp_path):
    assert opened(made.write_mnist(tmp_path / "FashionMNIST" / "raw")).class_names[1] == "Trousers"


def test_cifar_10(tmp_path):
    for number in (1, 2):
        (tmp_path / f"data_batch_{number}.bin").write_bytes(made.cifar_10(seed=number))
    (tmp_path / "test_batch.bin").write_bytes(made.cifar_10(seed=9))
    data = opened(tmp_path)
    assert data.shape == (32, 32, 3)
    assert data.class_names[3] == "cat"
    assert len(data) == 36
    planes = made.pictures(2, (12, 3072))[3].reshape(3, 32, 32)
    np.testing.assert_array_equal(data.picture(15), planes.transpose(1, 2, 0))
    assert len(parts(data, Split()).test) == 12
    names = "\n".join(f"thing {number}" for number in range(10))
    (tmp_path / "batches.meta.txt").write_text(names + "\n\n")
    assert opened(tmp_path).class_names[3] == "thing 3"
    assert len(opened(tmp_path / "data_batch_1.bin")) == 12


def test_cifar_100(tmp_path):
    (tmp_path / "train.bin").write_bytes(made.cifar_100())
    (tmp_path / "test.bin").write_bytes(made.cifar_100(seed=1))
    (tmp_path / "fine_label_names.txt").write_text("\n".join(f"fine {number}" for number in range(100)))
    data = opened(tmp_path)
    assert data.class_names[data.labels[7]] == "fine 7"
    assert spec_of(tmp_path) == FileData(path=tmp_path)


@pytest.mark.parametrize("compressed", [True, False])
@pytest.mark.parametrize(
    "names",
    [
        ("x_train", "y_train", "x_test", "y_test"),
        ("train_images", "train_labels", "test_images", "test_labels"),
        ("X", "y"),
        ("images", "labels"),
        ("data", "target"),
        ("arr_0", "arr_1"),
    ],
)
def test_npz_by_the_names_that_people_use(tmp_path, names, compressed):
    arrays = [made.pictures(), made.labels()] * (len(names) // 2)
    path = tmp_path / "set.npz"
    path.write_bytes(made.npz(compressed, **dict(zip(names, arrays, strict=True))))
    data = opened(path)
    assert len(data) == 6 * len(names)
    np.testing.assert_array_equal(data.picture(3)[..., 0], made.pictures()[3])
    assert (data.parts is None) == (len(names) == 2)


@pytest.mark.parametrize(
    ("change", "tolerance"),
    [
        (lambda image: image.astype(np.float32) / 255, 0),
        (lambda image: image.astype(np.float64) / 127.5 - 1, 0),
        (lambda image: image.astype(np.float32), 0),
        (lambda image: image.astype(">u2") * 257, 0),
        (lambda image: image.astype(np.int64), 0),
        (lambda image: image.transpose(0, 3, 1, 2), 0),
        (lambda image: np.concatenate([image, image[..., :1]], axis=3), 0),
        (lambda image: np.asfortranarray(image), 0),
        (lambda image: image.astype(np.float16) / np.float16(255), 1),
    ],
)
def test_npz_with_any_numbers(tmp_path, change, tolerance):
    image = made.pictures(1, (12, 8, 9, 3))
    image[0, 0, 0], image[0, 0, 1] = 0, 255
    (tmp_path / "a.npz").write_bytes(made.npz(x=change(image), y=made.labels()))
    data = opened(tmp_path / "a.npz")
    for index in (0, 7):
        np.testing.assert_allclose(data.picture(index).astype(int), image[index], atol=tolerance)


@pytest.mark.parametrize(
    ("pictures", "sentence"),
    [
        (np.full((12, 8, 8), -np.inf), "holds values that are no numbers"),
        (np.zeros((0, 8, 8), np.uint8), "holds no pictures: its arrays are empty"),
    ],
)
def test_npz_without_numbers_is_refused(tmp_path, pictures, sentence):
    (tmp_path / "a.npz").write_bytes(made.npz(x=pictures, y=made.labels()[: len(pictures)]))
    with pytest.raises(UserError, match=sentence):
        opened(tmp_path / "a.npz")


def test_a_few_pictures_of_an_npz_that_are_no_numbers_are_left_out_and_listed(tmp_path):
    pictures = np.linspace(0, 1, 12 * 64).reshape(12, 8, 8).astype(np.float32)
    pictures[3, 0, 0], pictures[7, 1, 1] = np.nan, -np.inf
    tests = np.full((2, 8, 8), 0.5)
    tests[1] = np.inf
    (tmp_path / "a.npz").write_bytes(
        made.npz(x_train=pictures, y_train=made.labels(), x_test=tests, y_test=made.labels()[:2])
    )
    data = opened(tmp_path / "a.npz")
    assert [data.identity(index) for index in range(len(data))] == [str(number) for number in range(13)
                                                                    if number not in (3, 7)]  # fmt: skip
    assert data.labels.tolist() == [*np.delete(made.labels(), [3, 7]), made.labels()[0]]
    assert data.parts.tolist() == [0] * 10 + [2]
    assert data.picture(9)[7, 7, 0] == 255, "the range is that of the others"
    assert [each.identity for each in data.problems] == ["3", "7", "13"]
    assert "Picture 3 in “a.npz” holds values that are no numbers" in str(data.problems[0].reason)


def test_npz_labels_as_texts_rows_columns_and_floats(tmp_path):
    numbers = made.labels().astype(np.int64)
    names = np.array(["cat", "dog", "emu", "fox"])
    forms = [names[numbers], np.eye(4)[numbers], numbers[:, None], numbers.astype(float), numbers * 7 - 3,
             names.astype("S")[numbers]]  # fmt: skip
    for form in forms:
        (tmp_path / "a.npz").write_bytes(made.npz(x=made.pictures(), y=form))
        data = opened(tmp_path / "a.npz")
        assert data.labels.tolist() == numbers.tolist()
        assert len(data.class_names) == 4
    assert data.class_names == ("cat", "dog", "emu", "fox")
    (tmp_path / "a.npz").write_bytes(made.npz(x=made.pictures(), y=numbers, class_names=names))
    assert opened(tmp_path / "a.npz").class_names == ("cat", "dog", "emu", "fox")


def test_flat_rows_of_a_square_are_pictures(tmp_path):
    (tmp_path / "a.npz").write_bytes(made.npz(x=made.pictures(0, (12, 64)), y=made.labels()))
    assert opened(tmp_path / "a.npz").shape == (8, 8, 1)


class Harm:
    def __reduce__(self):
        return (print, ("this must never run",))


def lying_npz(**shapes):
    """An NPZ whose arrays say they have other shapes than they have."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (kind, shape, data) in shapes.items():
            header = repr({"descr": kind, "fortran_order": False, "shape": shape}).encode() + b"\n"
            body = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header + data
            archive.writestr(f"{name}.npy", body)
    return file.getvalue()


IDX_LABELS = made.idx(made.labels())
HUGE = (2_000_000, 6, 5)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"a-images-idx3-ubyte": made.idx(made.pictures(), shape=HUGE), "a-labels-idx1-ubyte": IDX_LABELS},
         "2,000,000 pictures or labels, but there are only 12"),
        ({"a-images-idx3-ubyte": made.idx(made.pictures()),
          "a-labels-idx1-ubyte": made.idx(made.labels(), shape=(2_000_000,))}, "2,000,000 .* only 12"),
        ({"a-images-idx3-ubyte": made.idx(made.pictures(), shape=(4_000_000_000, 9, 9)),
          "a-labels-idx1-ubyte": IDX_LABELS}, "at most 2,000,000"),
        ({"a-images-idx3-ubyte": made.idx(made.pictures())}, "no labels for the pictures"),
        ({"a-labels-idx1-ubyte": IDX_LABELS}, "no pictures for the labels"),
        ({"a-images-idx3-ubyte": made.idx(made.pictures()), "a-labels-idx1-ubyte": made.idx(made.labels(9))},
         "12 pictures, but there are 9 labels"),
        ({"a-images-idx3-ubyte": made.idx(made.pictures()) + b"more", "a-labels-idx1-ubyte": IDX_LABELS}, "damaged"),
        ({"a-images-idx3-ubyte": made.idx(made.pictures().astype(">f4"), kind=0x0D)}, "no data set"),
        ({"a-images-idx3-ubyte": made.idx(made.pictures().astype(">i4"), kind=0x0C),
          "a-labels-idx1-ubyte": IDX_LABELS}, "eight bits"),
        ({f"{family}-train-{kind}-ubyte": made.idx(array) for family in ("digits", "letters")
          for kind, array in (("images-idx3", made.pictures()), ("labels-idx1", made.labels()))}, "several data sets"),
        ({"a-images-idx3-ubyte.gz": gzip.compress(made.idx(made.pictures()))[:-30],
          "a-labels-idx1-ubyte": IDX_LABELS}, "damaged"),
        ({"data_batch_1.bin": made.cifar_10()[:-1]}, "3,073 bytes each"),
        ({"data_batch_1.bin": b"\xff" * 3073}, "damaged"),
        ({"train.bin": b""}, "0 bytes"),
        ({"a.npz": made.npz(x=np.array([Harm()] * 12, object), y=made.labels())}, "could run a program"),
        ({"a.npz": made.npz(x=made.pictures())}, "holds no pictures with labels, but x"),
        ({"a.npz": made.npz(x=made.pictures(), y=made.labels(7))}, "12 pictures, but there are 7"),
        ({"a.npz": made.npz(x=made.pictures(), y=np.ones((12, 4)))}, "exactly one"),
        ({"a.npz": made.npz(x=made.pictures(), y=np.linspace(0, 1, 12))}, "no whole numbers"),
        ({"a.npz": made.npz(x=made.pictures(), y=np.full(12, np.nan))}, "no whole numbers"),
        ({"a.npz": made.npz(x=np.full((12, 5, 5), np.nan), y=made.labels())}, "are no numbers"),
        ({"a.npz": made.npz(x=np.full((12, 5, 5), 1e6), y=made.labels())}, "1e.06"),
        ({"a.npz": made.npz(x=np.zeros((12, 5)), y=made.labels())}, "must be .count, height"),
        ({"a.npz": made.npz(x=np.zeros((3000, 2, 2)), y=np.arange(3000))}, "3,000 different labels"),
        ({"a.npz": made.npz(**{f"x{number}": np.zeros(1) for number in range(80)})}, "80 arrays"),
        ({"a.npz": lying_npz(x=("|u1", (2_000_000, 28, 28), b"1"), y=("|u1", (12,), bytes(12)))}, "at most"),
        ({"a.npz": lying_npz(x=("|u1", (900_000, 28, 28), bytes(784 * 3)), y=("|u1", (12,), bytes(12)))},
         "900,000 .* only 3"),
        ({"a.npz": lying_npz(x=("|u1", (12, -5, 5), b"1"), y=("|u1", (12,), bytes(12)))}, "damaged"),
        ({"a.npz": lying_npz(x=("|V8", (12, 5, 5), b"1"), y=("|u1", (12,), bytes(12)))}, "could run"),
        ({"a.npz": lying_npz(x=("|O", (12, 5, 5), b"1"), y=("|u1", (12,), bytes(12)))}, "could run"),
        ({"a.npz": b"PK\x03\x04" + bytes(80)}, "damaged"),
        ({"notes.txt": b"Dear all"}, "no data set"),
        ({}, "no data set"),
    ],
)  # fmt: skip
def test_each_refusal_is_a_sentence(tmp_path, files, words):
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UserError, match=words):
        opened(tmp_path)


def test_a_zip_bomb_is_refused_by_its_header(tmp_path):
    """A kilobyte that would unpack to five gigabytes: nothing of it is unpacked."""
    import tracemalloc

    (tmp_path / "a.npz").write_bytes(lying_npz(x=("<f8", (800_000, 28, 28), bytes(10_000_000)), y=("|u1", (1,), b"1")))
    tracemalloc.start()
    with pytest.raises(UserError, match="at most"):
        opened(tmp_path / "a.npz")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 2_000_000


@pytest.mark.parametrize("name", ["letter.txt", "picture.png", "empty.npz", "x.bin"])
def test_any_other_file_is_refused(tmp_path, name):
    (tmp_path / name).write_bytes(b"Dear all" if name != "empty.npz" else b"")
    with pytest.raises(UserError):
        opened(tmp_path / name)
    with pytest.raises(UserError, match="not there"):
        opened(tmp_path / "nowhere")


def test_a_folder_of_class_folders_is_meant_as_such(tmp_path):
    (tmp_path / "cats").mkdir()
    assert spec_of(tmp_path) == FolderData(path=tmp_path)
    assert spec_of(tmp_path / "x.npz") == FileData(path=tmp_path / "x.npz")
