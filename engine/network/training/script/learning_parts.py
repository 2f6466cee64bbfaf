"""The rate, the loss and the first weights, as they stand in the script of a training. No Keras here."""

from __future__ import annotations

from engine.network.training.answer import AnswerKind, answer_kind
from engine.network.training.script.facts import Facts
from engine.network.training.script.loop_parts import loop_part
from engine.network.training.settings import Settings

_SHARES = {
    AnswerKind.SHARES: "answers",
    AnswerKind.EACH: "answers",
    AnswerKind.NUMBERS: "tf.nn.softmax(answers)",
    AnswerKind.ONE: "tf.concat([1.0 - answers, answers], axis=-1)",
}
_SCHEDULES = {
    "constant": "RATE",
    "cosine": "RATE * 0.5 * (1 + math.cos(math.pi * share))",
    "exponential": "RATE * 0.01**share",
    "steps": "RATE * (0.01 if share >= 0.75 else 0.1 if share >= 0.5 else 1.0)",
}

_RATE = '''
def rate_at(step, steps):
    """The learning rate of step `step`, counted from 0, of `steps` an epoch."""
    warm, total = WARM_UP * steps, EPOCHS * steps
    if step < warm:
        return RATE * (step + 1) / warm
    {share}return {rate}
'''
_LOSS = '''

def losses(labels, answers):
    """How wrong each answer is."""
    return {loss}


def are_right(labels, answers):
    """1 for each picture that is taken for what it is."""
    said = {said}
    return tf.cast(tf.equal(said, labels), tf.float32)
'''
_START = '''

def begin(model, path=""):
    """Give every layer the weights that the seed stands for: each array has a stream of chance of its own."""
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            begin(layer, f"{path}{layer.name}/")
            continue
        for variable in layer.weights:
            variable.assign(first_weights(f"{path}{layer.name}/{variable.name}", variable.name, variable.shape))


def first_weights(path, name, shape):
    """Kernels random, biases 0, what is multiplied by 1."""
    if name in ("gamma", "moving_variance", "variance"):
        return np.ones(shape, np.float32)
    if len(shape) < 2 or name == "alpha":
        return np.zeros(shape, np.float32)
    generator = np.random.Generator(np.random.PCG64([SEED, zlib.crc32(path.encode())]))
    limit = np.float32(math.sqrt(6 / (math.prod(shape[:-2]) * (shape[-2] + shape[-1]))))
    return (generator.random(shape, np.float32) * 2 - 1) * limit
'''
_START_BESIDE = '''

def begin(model, path=""):
    """Give every layer the weights that the training began with, out of the file beside the script."""
    with np.load(BESIDE) as kept:
        put(model, kept, "start/")


def put(model, kept, path):
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            put(layer, kept, f"{path}{layer.name}/")
            continue
        for variable in layer.weights:
            variable.assign(kept[f"{path}{layer.name}/{variable.name}"])
'''


def learning_part(facts: Facts, *, build: str) -> str:
    """Everything from the loss to `main`."""
    settings = facts.job.settings
    kind = answer_kind(facts.architecture)
    return "\n".join(
        (
            _rate(settings),
            _LOSS.format(loss=_loss(settings, kind), said=_said(kind)),
            _START_BESIDE if facts.is_begun_elsewhere else _START,
            loop_part(facts, build=build),
        )
    )


def _rate(settings: Settings) -> str:
    share = "share = min(1.0, (step - warm) / max(1, total - warm))\n    "
    if settings.schedule == "constant":
        share = ""
    return _RATE.format(share=share, rate=_SCHEDULES[settings.schedule])


def _loss(settings: Settings, kind: AnswerKind) -> str:
    one_hot = "tf.one_hot(labels, len(CLASSES))"
    smoothing = f", label_smoothing={settings.smoothing!r}" if settings.smoothing else ""
    if settings.loss == "squares":
        return f"tf.reduce_mean(tf.square({one_hot} - {_SHARES[kind]}), axis=-1)"
    if kind is AnswerKind.ONE:
        target = "tf.cast(labels, tf.float32)[:, None]"
        return f"keras.losses.binary_crossentropy({target}, answers{smoothing})"
    if kind is AnswerKind.EACH:
        return f"keras.losses.binary_crossentropy({one_hot}, answers{smoothing})"
    logits = ", from_logits=True" if kind is AnswerKind.NUMBERS else ""
    if smoothing:
        return f"keras.losses.categorical_crossentropy({one_hot}, answers{logits}{smoothing})"
    return f"keras.losses.sparse_categorical_crossentropy(labels, answers{logits})"


def _said(kind: AnswerKind) -> str:
    if kind is AnswerKind.ONE:
        return "tf.cast(answers[:, 0] > 0.5, tf.int32)"
    return "tf.argmax(answers, axis=-1, output_type=tf.int32)"
