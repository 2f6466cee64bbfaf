"""The optimiser, the learner and the loop over epochs, as they stand in the script of a training. No Keras here."""

from __future__ import annotations

from engine.network.training.script.facts import Facts
from engine.network.training.settings import Settings

MOST_ROLLBACKS = 4  # as in the program, which knows it where Keras is
_OPTIMISERS = {
    "adam": "keras.optimizers.Adam(RATE)",
    "adamw": "keras.optimizers.AdamW(RATE, weight_decay={decay!r})",
    "sgd": "keras.optimizers.SGD(RATE)",
    "momentum": "keras.optimizers.SGD(RATE, momentum=0.9)",
    "rmsprop": "keras.optimizers.RMSprop(RATE)",
}
DEALING = '''

def order(count, epoch):
    """The places 0 to count - 1, shuffled anew in each epoch and dealt into batches."""
    shuffled = np.random.Generator(np.random.PCG64([SEED, epoch])).permutation(count)
    starts = list(range(0, count, BATCH))
    if len(starts) > 1 and (count - starts[-1]) * 4 < BATCH:  # the last two share what is too little for one
        starts[-1] = (starts[-2] + count + 1) // 2
    return np.split(shuffled, starts[1:])


def seed_chance(model):
    """Let dropout and its kin draw the numbers that the seed stands for."""
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            seed_chance(layer)
        generator = getattr(layer, "seed_generator", None)
        if isinstance(generator, keras.random.SeedGenerator):
            first = zlib.crc32(f"{layer.name}/{SEED}".encode()) & 0x7FFFFFFF
            generator.state.assign(np.array([first, 0], np.uint32))
'''
# What differs where frozen layers are run once: a learner then takes pictures, or what those layers give.
_PICTURES_ONLY = {
    "about": "One network with its optimiser.",
    "arguments": "", "keep": "", "kind": "tf.uint8", "shape": "(None, *SIZE, CHANNELS)",
    "cast": "tf.cast(pictures, tf.float32)", "scaled": "scaled(pictures)",
    "scaled_now": "scaled(tf.cast(pictures, tf.float32))",
}  # fmt: skip
_OR_FEATURES = {
    "about": "One network with its optimiser. It takes pictures, or features: what frozen layers give for them.",
    "arguments": ", takes_features=False",
    "keep": "\n        self.numbers = (lambda each: each) if takes_features else scaled",
    "kind": "tf.float32 if takes_features else tf.uint8", "shape": "(None, *model.input.shape[1:])",
    "cast": "tf.cast(pictures, tf.float32)", "scaled": "self.numbers(pictures)",
    "scaled_now": "self.numbers(tf.cast(pictures, tf.float32))",
}  # fmt: skip
_LEARNER = '''

class Learner:
    """{about}"""

    def __init__(self, model, class_weights{arguments}):
        self.model = model{keep}
        self.weights = tf.constant(class_weights, tf.float32)
        self.optimiser = {optimiser}
        self.optimiser.build(model.trainable_variables)
        seed_chance(model)
        self.transforms = transforms()
        changing = [each for layer in self.transforms for each in layer.variables]
        self.variables = [*model.variables, *self.optimiser.variables, *changing]
        pictures = tf.TensorSpec({shape}, {kind})
        row = tf.TensorSpec((None,), tf.float32)
        given = [pictures, tf.TensorSpec((None,), tf.int32), row]
        self.step = tf.function(self._step, input_signature=[*given, tf.TensorSpec((), tf.float32)], autograph=False)
        self.judge = tf.function(self._judge, input_signature=given, autograph=False)

    def state(self):
        """All that the next step depends on: weights, optimiser and chance."""
        return [each.numpy().copy() for each in self.variables]

    def restore(self, state):
        """Go back to where `state` was taken."""
        for variable, value in zip(self.variables, state):
            variable.assign(value)

    def _step(self, pictures, labels, valid, rate):
        pictures = {cast}
        for change in self.transforms:
            pictures = change(pictures, training=True)
        count = tf.reduce_sum(valid)
        variables = self.model.trainable_variables
        with tf.GradientTape() as tape:
            answers = self.model({scaled}, training=True)
            weights = valid * tf.gather(self.weights, labels)
            loss = tf.math.divide_no_nan(tf.reduce_sum(losses(labels, answers) * weights), count)
        gradients = tape.gradient(loss, variables)
        self.optimiser.learning_rate = rate
        self.optimiser.apply_gradients(zip(gradients, variables))
        return tf.stack([loss * count, tf.reduce_sum(are_right(labels, answers) * valid), count])

    def _judge(self, pictures, labels, valid):
        answers = self.model({scaled_now}, training=False)
        right = tf.reduce_sum(are_right(labels, answers) * valid)
        return tf.stack([tf.reduce_sum(losses(labels, answers) * valid), right, tf.reduce_sum(valid)])
'''
_BEGUN = '''

def begun(model, data, class_weights, cut):
    """A learner, and what it gets for each picture: itself, or the features of it.

    The layers before `cut` never change, so what they give for a picture is computed once and serves every epoch. Those
    from `cut` on are the same layers as in the whole network: what they learn, it learns.
    """
    if not cut:
        return Learner(model, class_weights), data
    pictures, labels, valid = data
    features = model.get_layer(cut).input
    frozen, rest = keras.Model(model.input, features), keras.Model(features, model.output)
    some = [tf.TensorSpec((None, *SIZE, CHANNELS), tf.uint8)]
    give = tf.function(
        lambda each: frozen(scaled(tf.cast(each, tf.float32)), training=False), input_signature=some, autograph=False
    )
    found = np.concatenate([give(pictures[start : start + 64]).numpy() for start in range(0, len(pictures), 64)])
    return Learner(rest, class_weights, takes_features=True), (found, labels, valid)
'''
_EPOCH = '''

def one_epoch(learner, data, batches, rates):
    """Learn from each batch once: mean loss and share of right answers; None where a loss is no number any more."""
    sums = np.zeros(3)
    for places, rate in zip(batches, rates):
        row = learner.step(*(each[places] for each in data), rate).numpy()
        if not np.isfinite(row[0]):
            return None
        sums += row
    return sums[0] / sums[2], sums[1] / sums[2]


def judged(learner, data, places):
    """Mean loss and share of right answers without learning; None without pictures."""
    sums = np.zeros(3)
    for start in range(0, len(places), 256):
        sums += learner.judge(*(each[places[start : start + 256]] for each in data)).numpy()
    return (sums[0] / sums[2], sums[1] / sums[2]) if sums[2] else (None, None)


def are_numbers(loss, state):
    """Whether learning can go on from there: no weight is infinite, and the loss is not beyond all measure."""
    return (loss is None or abs(loss) < 1e18) and all(np.isfinite(each).all() for each in state)
'''
_STAND_INS = """# One that cannot be read counts for nothing, but what normalises over a batch looks at it.
    for number, place in enumerate(train):
        if pictures[place] is None:
            data[0][place] = data[0][train[number - 1]]
    """
_MAIN = '''

def main():
    pictures, labels = read_pictures()
    {labels}train, validation, test = parts(len(labels))
    data = (
        np.stack([np.full((*SIZE, CHANNELS), 127, np.uint8) if each is None else fit(each) for each in pictures]),
        labels.astype(np.int32),
        np.array([each is not None for each in pictures], np.float32),
    )
    {filled}{weights}
    model = {build}()
    begin(model)
    learner, steps, factor{cut_name} = None, math.ceil(len(train) / BATCH), 1.0{cut}
    best, best_weights, stale, curve = math.inf, model.get_weights(), 0, []
    later, epoch, times_back = dict(LATER), 0, 0
    while epoch < EPOCHS:
        if epoch in later:
            factor, freed{cut_name} = later.pop(epoch)
            for path in freed:
                layer_at(model, path).trainable = True
            learner, stale = None, 0
        if learner is None:
            learner, given = {begun}
            kept = learner.state()
        batches = [train[places] for places in order(len(train), epoch)]
        rates = [0.1**times_back * factor * rate_at(epoch * steps + number, steps) for number in range(steps)]
        found = one_epoch(learner, given, batches, rates)
        row = None if found is None else (epoch + 1, *found, *judged(learner, given, validation))
        state = learner.state()
        if row is None or not are_numbers(row[3], state):
            # The steps were too large: back to how the epoch began, and smaller ones from now on.
            learner.restore(kept)
            if times_back == {most}:
                print("The loss stopped being a number again and again. Begin with a lower rate.")
                break
            times_back += 1
            print(f"The loss stopped being a number. Back to epoch {{epoch}}, at a tenth of the rate.")
            continue
        kept = state
        curve.append(row)
        watched = "" if row[3] is None else "; validation {{:.4f}}, {{:.2%}}".format(*row[3:])
        print(f"epoch {{epoch + 1}}: loss {{row[1]:.4f}}, {{row[2]:.2%}} right{{watched}}", flush=True)
        measure = row[1] if row[3] is None else row[3]
        stale += 1
        if measure < best:
            best, best_weights, stale = measure, model.get_weights(), 0
        if PATIENCE and stale >= PATIENCE and epoch >= max(LATER, default=0):
            break
        epoch += 1
    if not curve:
        sys.exit(1)
    model.set_weights(best_weights)
    if len(test):
        print("test: loss {{:.4f}}, {{:.2%}} right".format(*judged(learner, given, test)))
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


def loop_part(facts: Facts, *, build: str) -> str:
    """Everything from the order of the pictures to `main`; `build` is the function that builds the network."""
    settings = facts.job.settings
    has_cut = any(facts.cuts())
    optimiser = _OPTIMISERS[settings.optimiser].format(decay=settings.weight_decay)
    main = _MAIN.format(
        build=build, labels=_labels(facts), filled=_STAND_INS if facts.has_files else "", weights=_weights(settings),
        cut_name=", cut" if has_cut else "", cut=f", {facts.cuts()[0]!r}" if has_cut else "", most=MOST_ROLLBACKS,
        begun="begun(model, data, class_weights, cut)" if has_cut else "Learner(model, class_weights), data",
    )  # fmt: skip
    learner = _LEARNER.format(optimiser=optimiser, **(_OR_FEATURES if has_cut else _PICTURES_ONLY))
    return "".join((DEALING, learner, _BEGUN if has_cut else "", _EPOCH, main))


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
