import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.network.data.dataset import PARTS, TEST, TRAIN, VALIDATION, ArrayData, StoppedError
from engine.network.data.lacking import lacking, part_counts
from engine.network.data.lacking import told as told_of
from engine.network.data.specs import DataError
from engine.network.data.splitting import LEFT_OUT, Split, assigned, parts, split_from_json

few = settings(max_examples=30, deadline=None)


def dataset(counts, *, given=None, seed=0):
    """Pictures that are all different, `counts` of each class."""
    labels = np.repeat(np.arange(len(counts)), counts)
    pictures = np.arange(len(labels), dtype=np.uint32).view(np.uint8).reshape(-1, 2, 2)
    return ArrayData("numbers", pictures, labels, [f"class {number}" for number in range(len(counts))], parts=given)


def as_sets(found):
    return [set(part.tolist()) for part in (found.train, found.validation, found.test)]


shares = st.floats(0.05, 0.45)
class_counts = st.lists(st.integers(3, 60), min_size=2, max_size=6)


@few
@given(counts=class_counts, validation=shares, test=shares, seed=st.integers(0, 9))
def test_every_class_gives_its_share(counts, validation, test, seed):
    data = dataset(counts)
    split = Split(validation=validation, test=test, seed=seed)
    train, watched, judged = as_sets(parts(data, split))
    assert train | watched | judged == set(range(len(data)))
    assert len(train) + len(watched) + len(judged) == len(data)
    for label, count in enumerate(counts):
        of_class = set(np.flatnonzero(data.labels == label).tolist())
        assert len(judged & of_class) == min(max(1, round(count * test)), count - 2)
        assert abs(len(watched & of_class) - count * validation) <= 1
        assert train & of_class


@few
@given(counts=class_counts, seed=st.integers(0, 9), data=st.data())
def test_duplicates_stay_on_one_side(counts, seed, data):
    numbers = dataset(counts)
    groups = np.array(data.draw(st.lists(st.integers(0, 12), min_size=len(numbers), max_size=len(numbers))))
    by_hand = {
        str(index): part
        for index, part in data.draw(
            st.dictionaries(
                st.integers(0, len(numbers) - 1), st.sampled_from(["train", "validation", "test"]), max_size=3
            )
        ).items()
    }
    try:
        found = parts(numbers, Split(validation=0.3, test=0.2, seed=seed, kind="hand", by_hand=by_hand), groups=groups)
    except DataError:
        return
    sides = [set(groups[part].tolist()) for part in (found.train, found.validation, found.test)]
    assert sum(len(side) for side in sides) == len(set().union(*sides))


def test_exact_duplicates_are_found_without_being_told():
    one = dataset([20, 20])
    twice = ArrayData("twice", np.concatenate([one.pictures] * 2), np.concatenate([one.labels] * 2), one.class_names)
    found = parts(twice, Split(validation=0.3, test=0.3))
    for part in (found.train, found.validation, found.test):
        assert set((part % 40).tolist()) == set(part[part < 40].tolist()) == set((part[part >= 40] - 40).tolist())


def test_seeds_repeat_and_differ():
    data = dataset([50, 50])
    assert as_sets(parts(data, Split(seed=4))) == as_sets(parts(data, Split(seed=4)))
    assert as_sets(parts(data, Split(seed=4))) != as_sets(parts(data, Split(seed=5)))


def test_turning_one_share_leaves_the_other_part_alone():
    data = dataset([50, 50])
    fewer, more = (as_sets(parts(data, Split(validation=share, test=0.2))) for share in (0.1, 0.3))
    assert fewer[2] == more[2]
    assert fewer[1] < more[1]


def test_hardly_a_picture_changes_sides_when_pictures_are_added():
    def sides(counts):
        data = ArrayData(
            "", np.zeros((sum(counts), 1, 1), np.uint8), np.concatenate([np.zeros(counts[0]), np.ones(counts[1])]), "ab"
        )
        data.identity = lambda index: f"a{index}" if index < counts[0] else f"b{index - counts[0]}"
        found = parts(data, Split(test=0.2), groups=np.arange(len(data)))
        return {
            data.identity(index): side
            for side, part in enumerate((found.train, found.validation, found.test))
            for index in part
        }

    before, after = sides((200, 200)), sides((220, 200))
    assert sum(after[name] != side for name, side in before.items()) <= 8


def test_what_the_files_say_is_kept_and_the_rest_is_drawn():
    given = np.zeros(60, np.int8)
    given[::6] = TEST
    found = parts(dataset([30, 30], given=given), Split(validation=0.2))
    assert found.test.tolist() == list(range(0, 60, 6))
    assert len(found.validation) == 10
    mixed = parts(dataset([30, 30], given=given), Split(kind="ratio", validation=0.2))
    assert not len(mixed.test)


def test_a_duplicate_of_a_test_picture_is_not_learnt_from():
    given = np.full(40, TRAIN, np.int8)
    given[[0, 20]] = TEST
    groups = np.arange(40)
    groups[5] = 0
    found = parts(dataset([20, 20], given=given), Split(), groups=groups)
    assert 5 not in found.train
    assert 5 not in found.validation
    assert found.test.tolist() == [0, 20]
    assert "aside: 1." in str(found.remarks[0])


def test_by_hand_wins_and_leads_its_duplicates_into_training():
    groups = np.arange(20)
    groups[[3, 4]] = 3
    found = parts(dataset([10, 10]), Split(kind="hand", by_hand={"3": "train", "7": "test"}), groups=groups)
    assert {3, 4} <= set(found.train.tolist())
    assert found.test.tolist() == [7]


@few
@given(
    counts=class_counts, seed=st.integers(0, 9), kind=st.sampled_from(["given", "ratio"]),
    part=st.sampled_from(PARTS), data=st.data(),
)  # fmt: skip
def test_putting_pictures_by_hand_moves_no_other(counts, seed, kind, part, data):
    numbers = dataset(counts, given=np.arange(sum(counts)).astype(np.int8) % 3)
    split = Split(kind=kind, validation=0.3, test=0.2, seed=seed)
    groups = np.arange(len(numbers))
    before = assigned(numbers, split, groups)
    put = data.draw(st.sets(st.integers(0, len(numbers) - 1), min_size=1))
    after = assigned(numbers, split.put([str(index) for index in put], part), groups)
    expected = before.numbers.copy()
    expected[list(put)] = PARTS.index(part)
    assert after.numbers.tolist() == expected.tolist()
    assert set(np.flatnonzero(after.is_by_hand).tolist()) == put
    assert not before.is_by_hand.any()
    back = split.put([str(index) for index in put], part).turned(kind)
    assert assigned(numbers, back, groups).numbers.tolist() == before.numbers.tolist()
    assert assigned(numbers, back.turned("hand"), groups).numbers.tolist() == expected.tolist()


def test_what_nobody_put_anywhere_goes_where_the_rule_says_also_when_it_came_later():
    by_hand = {"0": "validation", "1": "test", "30": "validation"}
    learnt = Split(kind="hand", others="train", by_hand=by_hand)
    for count in (20, 25):
        found = parts(dataset([30, count]), learnt)
        assert as_sets(found)[1:] == [{0, 30}, {1}]
        assert len(found.train) == 30 + count - 3
    drawn = parts(dataset([30, 20]), Split(kind="hand", others="ratio", by_hand=by_hand, validation=0.2))
    assert {0, 30} < set(drawn.validation.tolist())
    assert drawn.test.tolist() == [1]


def test_pictures_are_let_go_and_hands_wait_while_lots_are_drawn():
    split = Split(kind="ratio").put(["a", "b"], "test").put(["b"], "train")
    assert (split.kind, split.others, split.by_hand) == ("hand", "ratio", {"a": "test", "b": "train"})
    assert split.let_go(["a", "c"]).by_hand == {"b": "train"}
    waiting = split.turned("given")
    assert waiting.turned("hand").by_hand == split.by_hand
    assert waiting.put(["c"], "test").by_hand == {"c": "test"}, "nothing but the picture itself may move"
    assert split.emptied() == Split(kind="ratio", others="ratio")
    assert Split(kind="hand", others="train").emptied().kind == "given"


def test_a_duplicate_of_what_is_kept_aside_by_hand_is_left_out():
    groups = np.arange(20)
    groups[4] = 3
    found = assigned(dataset([10, 10]), Split(kind="hand", others="train", by_hand={"3": "test"}), groups)
    assert found.numbers[[3, 4]].tolist() == [TEST, LEFT_OUT]
    assert "aside: 1." in str(found.remarks[0])


def test_classes_that_lack_something_are_named_with_the_worst():
    data = dataset([3, 3, 3, 3, 0])
    numbers = np.array([TRAIN, VALIDATION, TEST, *[VALIDATION] * 3, TRAIN, TRAIN, TEST, TRAIN, VALIDATION, TRAIN],
                       np.int8)  # fmt: skip
    found = lacking(data, numbers)
    assert [(each.label, each.part) for each in found] == [(1, TRAIN), (2, VALIDATION)]
    assert "“a name” is learnt from" in str(found[0].reason("a name"))
    assert "“a name” is watched" in str(found[1].reason("a name"))
    assert [str(each).partition(".")[0] for each in told_of(data, found)] == [
        "Nothing is learnt from of: class 1", "Nothing is watched while training of: class 2"
    ]  # fmt: skip
    assert part_counts(data, numbers).tolist() == [[1, 1, 1], [0, 3, 0], [2, 0, 1], [2, 1, 0], [0, 0, 0]]
    assert lacking(data, np.zeros(12, np.int8)) == (), "nobody is watched at all: that was wanted"


def test_splitting_tells_how_far_the_search_for_duplicates_is_and_can_be_stopped():
    told = []
    parts(dataset([100, 100]), Split(), told=lambda done, total: told.append((done, total)))
    assert told[0] == (0, 200)
    assert len(told) > 2
    with pytest.raises(StoppedError):
        parts(dataset([100, 100]), Split(), stop=lambda: True)


def test_classes_with_one_or_two_pictures_are_learnt_from_first():
    found = parts(dataset([1, 2, 30]), Split(validation=0.2, test=0.2))
    assert {0} <= set(found.train.tolist())
    assert len(set(found.train.tolist()) & {1, 2}) == 1
    assert len(set(found.validation.tolist()) & {1, 2}) == 1
    assert "class 0, class 1" in str(found.remarks[0])


@pytest.mark.parametrize(
    ("counts", "words"), [([], "no picture"), ([9], "at least two classes"), ([0, 9], "at least two classes")]
)
def test_nothing_to_learn_is_said(counts, words):
    with pytest.raises(DataError, match=words):
        parts(dataset(counts), Split())


def test_a_training_part_of_one_class_is_said():
    by_hand = {str(index): "test" for index in range(5)}
    with pytest.raises(DataError, match="All 5 pictures"):
        parts(dataset([5, 5]), Split(kind="hand", by_hand=by_hand, validation=0.0))


def test_json_gives_it_back():
    split = Split(kind="hand", others="train", validation=0.3, test=0.1, seed=9, by_hand={"a/b.png": "test"})
    assert split_from_json(split.to_json()) == split


@pytest.mark.parametrize(
    "data",
    [None, [], {"kind": "no"}, {"validation": 2}, {"by_hand": {"a": "b"}}, {"by_hand": [1]}, {"x": 1},
     {"others": "hand"},
     {"validation": 0.6, "test": 0.6}, {"seed": 0.5}],
)  # fmt: skip
def test_damaged_json_is_refused(data):
    from engine.errors import UserError

    with pytest.raises(UserError):
        split_from_json(data)
