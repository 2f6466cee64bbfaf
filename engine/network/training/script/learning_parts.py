"""The loss, the optimiser, the rate and the loop, as they stand in the script of a training. No Keras here."""

from __future__ import annotations

from engine.network.training.answer import AnswerKind, answer_kind
from engine.network.training.script.facts import Facts
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
_OPTIMISERS = {
    "adam": "keras.optimizers.Adam(RATE)",
    "adamw": "keras.optimizers.AdamW(RATE, weight_decay={decay!r})",
    "sgd": "keras.optimizers.SGD(RATE)",
    "momentum": "keras.optimizers.SGD(RATE, momentum=0.9)",
    "rmsprop": "keras.optimizers.RMSprop(RATE)",
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
_LOOP = '''

def order(count, epoch):
    """The places 0 to count - 1, shuffled anew in each epoch and dealt into batches."""
    shuffled = np.random.Generator(np.random.PCG64([SEED, epoch])).permutation(count)
    return [shuffled[start : start + BATCH] for start in range(0, count, BATCH)]


def seed_chance(model):
    """Let dropout and its kin draw the numbers that the seed stands for."""
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            seed_chance(layer)
        generator = getattr(layer, "seed_generator", None)
        if isinstance(generator, keras.random.SeedGenerator):
            first = zlib.crc32(f"{layer.name}/{SEED}".encode()) & 0x7FFFFFFF
            generator.state.assign(np.array([first, 0], np.uint32))


class Learner:
    """One network with its optimiser."""

    def __init__(self, model, class_weights):
        self.model = model
        self.weights = tf.constant(class_weights, tf.float32)
        self.optimiser = {optimiser}
        self.optimiser.build(model.trainable_variables)
        seed_chance(model)
        self.transforms = transforms()
        pictures = tf.TensorSpec((None, *SIZE, CHANNELS), tf.uint8)
        row = tf.TensorSpec((None,), tf.float32)
        given = [pictures, tf.TensorSpec((None,), tf.int32), row]
        self.step = tf.function(self._step, input_signature=[*given, tf.TensorSpec((), tf.float32)], autograph=False)
        self.judge = tf.function(self._judge, input_signature=given, autograph=False)

    def _step(self, pictures, labels, valid, rate):
        pictures = tf.cast(pictures, tf.float32)
        for change in self.transforms:
            pictures = change(pictures, training=True)
        count = tf.reduce_sum(valid)
        variables = self.model.trainable_variables
        with tf.GradientTape() as tape:
            answers = self.model(scaled(pictures), training=True)
            weights = valid * tf.gather(self.weights, labels)
            loss = tf.math.divide_no_nan(tf.reduce_sum(losses(labels, answers) * weights), count)
        gradients = tape.gradient(loss, variables)
        self.optimiser.learning_rate = rate
        self.optimiser.apply_gradients(zip(gradients, variables))
        return tf.stack([loss * count, tf.reduce_sum(are_right(labels, answers) * valid), count])

    def _judge(self, pictures, labels, valid):
        answers = self.model(scaled(tf.cast(pictures, tf.float32)), training=False)
        right = tf.reduce_sum(are_right(labels, answers) * valid)
        return tf.stack([tf.reduce_sum(losses(labels, answers) * valid), right, tf.reduce_sum(valid)])


def judged(learner, data, places):
    """Mean loss and share of right answers without learning; None without pictures."""
    sums = np.zeros(3)
    for start in range(0, len(places), 256):
        sums += learner.judge(*(each[places[start : start + 256]] for each in data)).numpy()
    return (sums[0] / sums[2], sums[1] / sums[2]) if sums[2] else (None, None)
'''
_MAIN = '''

def main():
    pictures, labels = read_pictures()
    {labels}data = (
        np.stack([np.full((*SIZE, CHANNELS), 127, np.uint8) if each is None else fit(each) for each in pictures]),
        labels.astype(np.int32),
        np.array([each is not None for each in pictures], np.float32),
    )
    train, validation, test = parts(len(labels))
    {weights}
    model = {build}()
    begin(model)
    learner, steps, factor = None, math.ceil(len(train) / BATCH), 1.0
    best, best_weights, stale, curve = math.inf, model.get_weights(), 0, []
    for epoch in range(EPOCHS):
        if epoch in LATER:
            factor, freed = LATER[epoch]
            for path in freed:
                layer_at(model, path).trainable = True
            learner, stale = None, 0
        learner = learner or Learner(model, class_weights)
        sums = np.zeros(3)
        for number, places in enumerate(order(len(train), epoch)):
            rate = factor * rate_at(epoch * steps + number, steps)
            sums += learner.step(*(each[train[places]] for each in data), rate).numpy()
        loss, accuracy = sums[0] / sums[2], sums[1] / sums[2]
        if not math.isfinite(loss):
            sys.exit("The loss is no number any more: the steps were too large. Begin with a lower rate.")
        row = (epoch + 1, loss, accuracy, *judged(learner, data, validation))
        curve.append(row)
        watched = "" if row[3] is None else "; validation {{:.4f}}, {{:.2%}}".format(*row[3:])
        print(f"epoch {{epoch + 1}}: loss {{loss:.4f}}, {{accuracy:.2%}} right{{watched}}", flush=True)
        measure = loss if row[3] is None else row[3]
        stale += 1
        if measure < best:
            best, best_weights, stale = measure, model.get_weights(), 0
        if PATIENCE and stale >= PATIENCE and epoch >= max(LATER, default=0):
            break
    model.set_weights(best_weights)
    if len(test):
        print("test: loss {{:.4f}}, {{:.2%}} right".format(*judged(learner, data, test)))
    model.save(HERE.with_suffix(".keras"))
    with HERE.with_suffix(".csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["epoch", "loss", "accuracy", "validation_loss", "validation_accuracy"])
        writer.writerows(curve)


def layer_at(model, path):
    """A layer by its way through models inside models."""
    for name in path.split("/"):
        model = model.get_layer(name)
    return model


if __name__ == "__main__":
    main()
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
            _LOOP.replace("{optimiser}", _OPTIMISERS[settings.optimiser].format(decay=settings.weight_decay)),
            _MAIN.format(build=build, weights=_weights(settings), labels=_labels(facts)),
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


def _weights(settings: Settings) -> str:
    if not settings.has_class_weights:
        return "class_weights = np.ones(len(CLASSES), np.float32)"
    return (
        "counts = np.bincount(data[1][train], minlength=len(CLASSES))\n    "
        "class_weights = len(train) / (np.count_nonzero(counts) * np.maximum(counts, 1))"
    )


def _labels(facts: Facts) -> str:
    if not facts.has_parts_beside or facts.has_files or facts.is_drawn:
        return ""
    lines = ["with np.load(BESIDE) as kept:", '    labels = kept["labels"]']
    if facts.dataset is not facts.source:
        lines.append('    pictures = pictures[kept["places"]]')
    return "\n    ".join(lines) + "\n    "
