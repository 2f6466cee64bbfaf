"""What can be done to the recipe, and undone."""

import pytest

from engine.imaging.ready_made import ready_made
from engine.imaging.recipe import Recipe
from engine.imaging.stages.median import Median
from engine.sources.samples import sample_spec
from engine.sources.specs import MovingSampleSpec
from gui.models.recipe_edits import PHOTOGRAPH, use_ready_made
from gui.session import Session

BEFORE, MINE = MovingSampleSpec("pan"), Recipe((Median(),))
SMALL = next(each for each in ready_made() if each.sample)
LARGE = next(each for each in ready_made() if not each.sample)


@pytest.fixture
def session(qapp):
    session = Session()
    session.set_source(BEFORE)
    session.put_recipe(MINE, 0)
    return session


def test_a_ready_made_recipe_and_its_source_are_one_step(session):
    use_ready_made(session, SMALL)
    assert (session.source, session.recipe) == (sample_spec(SMALL.sample), SMALL.recipe)
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert (session.source, session.recipe) == (BEFORE, MINE)
    session.undo_stack.redo()
    assert (session.source, session.recipe) == (sample_spec(SMALL.sample), SMALL.recipe)


def test_the_photograph_that_follows_small_numbers_is_undone_too(session):
    use_ready_made(session, SMALL)
    use_ready_made(session, LARGE)
    assert session.source == sample_spec(PHOTOGRAPH)
    session.undo_stack.undo()
    assert (session.source, session.recipe) == (sample_spec(SMALL.sample), SMALL.recipe)
    session.undo_stack.undo()
    assert (session.source, session.recipe) == (BEFORE, MINE)


def test_a_source_chosen_meanwhile_stays(session):
    use_ready_made(session, SMALL)
    chosen = sample_spec("astronaut")
    session.set_source(chosen)
    session.undo_stack.undo()
    assert (session.source, session.recipe) == (chosen, MINE)
    session.undo_stack.redo()
    assert (session.source, session.recipe) == (chosen, SMALL.recipe)


def test_the_same_recipe_on_another_source_is_a_step_as_well(session):
    session.put_recipe(SMALL.recipe, 0)
    use_ready_made(session, SMALL)
    assert session.source == sample_spec(SMALL.sample)
    session.undo_stack.undo()
    assert (session.source, session.recipe) == (BEFORE, SMALL.recipe)


def test_a_ready_made_recipe_for_any_picture_leaves_the_source(session):
    use_ready_made(session, LARGE)
    assert (session.source, session.recipe) == (BEFORE, LARGE.recipe)
