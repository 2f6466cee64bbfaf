"""One network while it learns: many steps in one call, without a way back to Python between them.

`fit` hands every batch from Python to TensorFlow anew; here the pictures lie in a tensor, and a loop inside the graph
picks each step's out of it. For the training worker only.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.network.architecture import Architecture
from engine.network.building import arrays_of, build
from engine.network.live.scaling import scaled
from engine.network.training.answer import AnswerKind, answer_kind
from engine.network.training.loading import Chunk
from engine.network.training.settings import Settings
from engine.network.weights import Arrays

_OPTIMISER, _CHANCE = "o/", "s/"
State = dict[str, NDArray[Any]]


class Learner:
    """A model with its optimiser. `values` is one of `VALUES`, or empty for numbers that are taken as they are.

    `changes` is what is done to a batch of pictures (0–255) before that, in training only.
    """

    def __init__(
        self,
        architecture: Architecture,
        arrays: Arrays,
        settings: Settings,
        *,
        classes: int,
        values: str,
        changes: Callable[[Any], Any] | None = None,
        changing: tuple[Any, ...] = (),
        class_weights: NDArray[np.float32] | None = None,
    ) -> None:
        self.architecture = architecture
        self.model = self._made_model(arrays)
        self.classes = classes
        self.kind = answer_kind(architecture)
        self._settings = settings
        self._values = values
        self._changes = changes
        self._class_weights = np.ones(classes, np.float32) if class_weights is None else class_weights
        self.optimiser = self._made_optimiser()
        self.optimiser.build(self.model.trainable_variables)
        self._chance = _seeded(self.model, settings.seed)
        for number, layer in enumerate(changing):
            self._chance |= {f"change{number}/{place}": each for place, each in enumerate(layer.variables)}
        self._train = self._made_train()
        self._evaluate = self._made_evaluate()
        self._answer = self._made_answer()

    @property
    def trainable(self) -> list[Any]:
        """The variables that training changes."""
        found: list[Any] = self.model.trainable_variables
        return found

    def train(self, chunk: Chunk, rates: NDArray[np.float32]) -> NDArray[np.float32]:
        """Do the steps of a chunk. Output shape: (steps done, 3): loss, right answers, pictures.

        Ends after a step whose loss is no number.
        """
        rows, done = self._train(
            chunk.pictures, chunk.labels, chunk.valid, tf.constant(chunk.places), tf.constant(rates)
        )
        found: NDArray[np.float32] = rows.numpy()[: int(done)]
        return found

    def evaluate(self, chunk: Chunk) -> tuple[float, float, float]:
        """Sums over a chunk, without learning: loss, right answers, pictures."""
        sums = self._evaluate(chunk.pictures, chunk.labels, chunk.valid, tf.constant(chunk.places)).numpy()
        return float(sums[0]), float(sums[1]), float(sums[2])

    def answer(self, pictures: NDArray[Any]) -> NDArray[np.float32]:
        """Shares (n, classes) for pictures, or for features where the network takes those."""
        found: NDArray[np.float32] = self._answer(tf.constant(pictures)).numpy()
        return found

    def state(self) -> State:
        """All numbers that the next step depends on, by name: weights, optimiser, chance."""
        state = dict(arrays_of(self.model, self.architecture))
        state |= {f"{_OPTIMISER}{number}": np.asarray(each) for number, each in enumerate(self.optimiser.variables)}
        state |= {f"{_CHANCE}{name}": np.asarray(each) for name, each in self._chance.items()}
        return {name: np.array(each) for name, each in state.items()}

    def is_finite(self) -> bool:
        """Whether all weights, and all that the optimiser remembers, are numbers."""
        floats = [each for each in (*self.model.variables, *self.optimiser.variables) if "float" in str(each.dtype)]
        return all(bool(tf.reduce_all(tf.math.is_finite(tf.convert_to_tensor(each)))) for each in floats)

    def restore(self, state: Mapping[str, NDArray[Any]]) -> None:
        """Go back to where `state` was taken."""
        self.assign(state)
        for number, variable in enumerate(self.optimiser.variables):
            variable.assign(state[f"{_OPTIMISER}{number}"])
        for name, variable in self._chance.items():
            variable.assign(state[f"{_CHANCE}{name}"])

    def has_state(self, state: Mapping[str, NDArray[Any]]) -> bool:
        """Whether `state` was taken from a learner like this one."""
        mine = self.state()
        return all(name in state and state[name].shape == each.shape for name, each in mine.items())

    def assign(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Take over weights by name; those that are not in this network are passed over."""
        assign_arrays(self.model, self.architecture, arrays)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """The weights by name, as they are now."""
        return {name: np.array(each) for name, each in arrays_of(self.model, self.architecture).items()}

    def scaled(self, pictures: Any) -> Any:
        """Pictures of 0–255 as the numbers that the network gets."""
        pictures = tf.cast(pictures, tf.float32)
        return scaled(pictures, self._values) if self._values else pictures

    def losses(self, labels: Any, answers: Any) -> Any:
        """The loss of each picture, in training."""
        return losses(
            labels, answers, kind=self.kind, classes=self.classes, loss=self._settings.loss,
            smoothing=self._settings.smoothing,
        )  # fmt: skip

    def step(self, pictures: Any, labels: Any, valid: Any, rate: Any) -> Any:
        """One step in the graph: loss, right answers and pictures."""
        given = tf.cast(pictures, tf.float32)
        given = self.scaled(given if self._changes is None else self._changes(given))
        weights = valid * tf.gather(tf.constant(self._class_weights), labels)
        count = tf.reduce_sum(valid)
        with tf.GradientTape() as tape:
            answers = self.model(given, training=True)
            loss = tf.math.divide_no_nan(tf.reduce_sum(self.losses(labels, answers) * weights), count)
        gradients = tape.gradient(loss, self.trainable)
        self.optimiser.learning_rate = rate
        self.optimiser.apply_gradients(zip(gradients, self.trainable, strict=True))
        right = tf.reduce_sum(are_right(labels, answers, self.kind) * valid)
        return tf.stack([loss, right, count])

    def _made_model(self, arrays: Arrays) -> Any:
        return build(self.architecture, arrays=arrays)

    def _made_optimiser(self) -> Any:
        return made_optimiser(self._settings)

    def _made_train(self) -> Any:
        def train(pictures: Any, labels: Any, valid: Any, places: Any, rates: Any) -> tuple[Any, Any]:
            count = tf.shape(places)[0]
            rows = tf.TensorArray(tf.float32, count, element_shape=(3,), clear_after_read=False)

            def body(number: Any, rows: Any, is_finite: Any) -> tuple[Any, Any, Any]:
                here = places[number]
                row = self.step(
                    tf.gather(pictures, here), tf.gather(labels, here), tf.gather(valid, here), rates[number]
                )
                return number + 1, rows.write(number, row), tf.math.is_finite(row[0])

            done, rows, _ = tf.while_loop(
                lambda number, _, is_finite: (number < count) & is_finite,
                body, (0, rows, True), parallel_iterations=1,
            )  # fmt: skip
            return rows.stack(), done

        return graph_of(train, [*self._data(), _PLACES, _RATES])

    def _made_evaluate(self) -> Any:
        def evaluate(pictures: Any, labels: Any, valid: Any, places: Any) -> Any:
            count = tf.shape(places)[0]

            def body(number: Any, sums: Any) -> tuple[Any, Any]:
                here = places[number]
                there, weights = tf.gather(labels, here), tf.gather(valid, here)
                answers = self.model(self.scaled(tf.gather(pictures, here)), training=False)
                loss = tf.reduce_sum(self.losses(there, answers) * weights)
                right = tf.reduce_sum(are_right(there, answers, self.kind) * weights)
                return number + 1, sums + tf.stack([loss, right, tf.reduce_sum(weights)])

            return tf.while_loop(lambda number, _: number < count, body, (0, tf.zeros(3)), parallel_iterations=1)[1]

        return graph_of(evaluate, [*self._data(), _PLACES])

    def _made_answer(self) -> Any:
        def answer(pictures: Any) -> Any:
            return shares(self.model(self.scaled(pictures), training=False), self.kind)

        return graph_of(answer, [self._data()[0]])

    def _data(self) -> list[Any]:
        shape = self.model.inputs[0].shape[1:]
        pictures = tf.TensorSpec((None, *shape), tf.uint8 if self._values else tf.float32)
        return [pictures, tf.TensorSpec((None,), tf.int32), tf.TensorSpec((None,), tf.float32)]


def graph_of(function: Callable[..., Any], signature: list[Any]) -> Any:
    """The function as a graph, made now."""
    return tf.function(function, input_signature=signature, autograph=False).get_concrete_function()


_PLACES = tf.TensorSpec((None, None), tf.int32)
_RATES = tf.TensorSpec((None,), tf.float32)


def made_optimiser(settings: Settings) -> Any:
    """The Keras optimiser that the settings name."""
    rate = settings.rate
    return {
        "adam": lambda: keras.optimizers.Adam(rate),
        "adamw": lambda: keras.optimizers.AdamW(rate, weight_decay=settings.weight_decay),
        "sgd": lambda: keras.optimizers.SGD(rate),
        "momentum": lambda: keras.optimizers.SGD(rate, momentum=0.9),
        "rmsprop": lambda: keras.optimizers.RMSprop(rate),
    }[settings.optimiser]()


def losses(labels: Any, answers: Any, *, kind: AnswerKind, classes: int, loss: str, smoothing: float = 0.0) -> Any:
    """How wrong each answer is. Output shape: (pictures,)."""
    if loss == "squares":
        return tf.reduce_mean(tf.square(tf.one_hot(labels, classes) - shares(answers, kind)), axis=-1)
    if kind is AnswerKind.ONE:
        target = tf.cast(labels, tf.float32)[:, None]
        return keras.losses.binary_crossentropy(target, answers, label_smoothing=smoothing)
    if kind is AnswerKind.EACH:
        return keras.losses.binary_crossentropy(tf.one_hot(labels, classes), answers, label_smoothing=smoothing)
    has_numbers = kind is AnswerKind.NUMBERS
    if smoothing:
        return keras.losses.categorical_crossentropy(
            tf.one_hot(labels, classes), answers, from_logits=has_numbers, label_smoothing=smoothing
        )
    return keras.losses.sparse_categorical_crossentropy(labels, answers, from_logits=has_numbers)


def shares(answers: Any, kind: AnswerKind) -> Any:
    """Answers as a share for each class. Output shape: (pictures, classes)."""
    if kind is AnswerKind.NUMBERS:
        return tf.nn.softmax(answers)
    return tf.concat([1.0 - answers, answers], axis=-1) if kind is AnswerKind.ONE else answers


def are_right(labels: Any, answers: Any, kind: AnswerKind) -> Any:
    """1 for each answer whose largest share is that of the true class, 0 for the others."""
    if kind is AnswerKind.ONE:
        chosen = tf.cast(answers[:, 0] > 0.5, tf.int32)
    else:
        chosen = tf.argmax(answers, axis=-1, output_type=tf.int32)
    return tf.cast(tf.equal(chosen, labels), tf.float32)


def assign_arrays(model: Any, architecture: Architecture, arrays: Mapping[str, NDArray[Any]], path: str = "") -> None:
    """Put weights by name into a model that was built from this architecture; others are passed over."""
    layers = {layer.name: layer for layer in model.layers}
    for node in architecture.nodes:
        if node.shares or node.name not in layers:
            continue
        if isinstance(node.layer, Architecture):
            assign_arrays(layers[node.name], node.layer, arrays, f"{path}{node.name}/")
            continue
        for variable in layers[node.name].weights:
            found = arrays.get(f"{path}{node.name}/{variable.name}")
            if found is not None:
                variable.assign(found)


def _seeded(model: Any, seed: int) -> dict[str, Any]:
    """The model's sources of chance by layer, each begun with a number that follows from `seed` and the layer's name.

    The same as making the layer with that number as its `seed`.
    """
    found: dict[str, Any] = {}
    for layer in model._flatten_layers(include_self=False):
        generator = getattr(layer, "seed_generator", None)
        if isinstance(generator, keras.random.SeedGenerator):
            generator.state.assign(np.array([chance_seed(layer.name, seed), 0], np.uint32))
            found[f"{len(found)}/{layer.name}"] = generator.state
    return found


def chance_seed(name: str, seed: int) -> int:
    """The seed of a layer that draws random numbers, such as a dropout, in a training with `seed`.

    >>> chance_seed("dropout", 0) == chance_seed("dropout", 0) != chance_seed("dropout", 1)
    True
    """
    return zlib.crc32(f"{name}/{seed}".encode()) & 0x7FFFFFFF
