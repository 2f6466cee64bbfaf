import importlib.util
import sys
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from engine.errors import UserError
from gui.icons import RESOURCES
from gui.text import sentence, tr, translated

GERMAN = {
    "The {title} is {value}.": "{title} hat den Wert {value}.",
    "Size": "Größe",
    "{count} stages": "{count} Stufen",
}


class _German(QTranslator):
    def translate(self, context, text, disambiguation=None, n=-1):
        return GERMAN.get(text, "") if context == "Kernelscope" else ""

    def isEmpty(self):  # Qt's own name
        return False


@pytest.fixture
def german(qapp):
    translator = _German()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_texts_are_translated_before_they_are_filled_in(german):
    assert tr("{count} stages", count=3) == "3 Stufen"


def test_an_error_is_translated_with_the_marked_texts_in_it(german):
    assert sentence(UserError("The {title} is {value}.", title="Size", value=7)) == "Größe hat den Wert 7."


def test_without_a_translation_the_source_text_stands(qapp):
    assert translated("Size") == "Size"
    assert sentence(UserError("Nothing { to fill in")) == "Nothing { to fill in"


@pytest.fixture(scope="module")
def extract():
    path = RESOURCES / "translations" / "extract.py"
    spec = importlib.util.spec_from_file_location("extract_texts", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def found(extract):
    return extract.collect()


def test_known_texts_of_window_and_engine_are_collected(found):
    assert "gui/widgets/histogram_plot.py" in found.texts["Histogram"]
    assert any(place.startswith("engine/") for places in found.texts.values() for place in places)


def test_every_text_is_written_out_where_it_is_translated(found):
    assert found.lost == []


def test_a_text_that_is_not_written_out_is_noticed(extract):
    assert list(extract.calls("tr('a' 'b')\nself.tr(name)\nmark('c')\ntr(f'{x}')")) == [
        (1, "ab"), (2, None), (3, "c"), (4, None),
    ]  # fmt: skip


def test_the_template_is_what_linguist_reads(extract, found):
    tree = ElementTree.fromstring(extract.as_ts(found).split("<!DOCTYPE TS>")[1])
    sources = [message.findtext("source") for message in tree.iter("message")]
    assert set(sources) == set(found.texts)
