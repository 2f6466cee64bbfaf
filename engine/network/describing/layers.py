"""One layer of a Keras configuration as ours: an allow-list, with names of Keras 1, 2 and 3."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.errors import UserError
from engine.network.describing.values import Config, UnsupportedError, function, refuse_unless, value
from engine.network.layers.kinds import LAYER_KINDS
from engine.network.layers.layer import Layer
from engine.text import mark

# Keras's own modules, whatever its version calls them. Anything else could be anything.
MODULES = ("keras", "tf_keras", "tensorflow.keras", "tensorflow.python.keras", "tensorflow_estimator.python.keras")

# What Keras 1 and 2 called the same layers.
OLD_KINDS: Mapping[str, str] = {
    "Convolution2D": "Conv2D",
    "SeparableConvolution2D": "SeparableConv2D",
    "DepthwiseConvolution2D": "DepthwiseConv2D",
    "Convolution2DTranspose": "Conv2DTranspose",
    "Deconvolution2D": "Conv2DTranspose",
    "MaxPool2D": "MaxPooling2D",
    "AvgPool2D": "AveragePooling2D",
    "GlobalMaxPool2D": "GlobalMaxPooling2D",
    "GlobalAvgPool2D": "GlobalAveragePooling2D",
    "BatchNormalizationV1": "BatchNormalization",
    "BatchNormalizationV2": "BatchNormalization",
    "SyncBatchNormalization": "BatchNormalization",
}

# Why kinds that people meet cannot be opened.
REASONS: Mapping[str, str] = {
    "Lambda": mark("It carries program code of its own, which is never run. Replace it by a layer of Keras."),
    "TFOpLambda": mark("It is a bare TensorFlow operation. Use a layer of Keras, such as Add, in its place."),
    "SlicingOpLambda": mark("It is a bare TensorFlow operation. Use a layer of Keras in its place."),
    "Conv1D": mark("It works on sequences; here are pictures only."),
    "Conv3D": mark("It works on volumes; here are pictures only."),
    "LSTM": mark("It works on sequences; here are pictures only."),
    "GRU": mark("It works on sequences; here are pictures only."),
    "Embedding": mark("It works on words; here are pictures only."),
    "MultiHeadAttention": mark("Attention cannot be shown yet; open a convolutional network."),
}  # fmt: skip

# Operations, as `x + y` makes them, that do what the layer of the same name does.
_LAYERS_TOO = ("Add", "Subtract", "Multiply", "Maximum", "Minimum")

# Settings by their older names, tried in this order.
OLD_NAMES: Mapping[str, tuple[str, ...]] = {
    "filters": ("nb_filter",),
    "strides": ("subsample",),
    "padding": ("border_mode",),
    "dilation_rate": ("atrous_rate",),
    "use_bias": ("bias",),
    "units": ("output_dim",),
    "rate": ("p",),
    "stddev": ("sigma",),
    "negative_slope": ("alpha",),
    "axis": ("concat_axis",),
}

# Settings that only matter while training or that say where a layer is kept; what they hold is never read.
IGNORED = frozenset(
    {
        # where a layer is kept, and what its input was
        "name", "trainable", "batch_input_shape", "batch_shape", "input_shape", "input_dim", "input_length",
        "input_dtype", "batch_size", "build_input_shape", "optional", "type_spec",
        # how numbers are kept
        "dtype", "autocast", "quantization_config", "lora_rank", "lora_alpha", "implementation", "fused",
        # training only
        "activity_regularizer", "seed", "noise_shape", "fill_mode", "fill_value", "interpolation", "synchronized",
        "renorm_momentum", "renorm_clipping", "init", "gamma_init", "beta_init", "W_regularizer", "b_regularizer",
        "W_constraint", "b_constraint",
        # checked in `_check_common`
        "data_format", "dim_ordering", "mode", "renorm", "rms_scaling", "pad_to_aspect_ratio",
        "crop_to_aspect_ratio", "antialias", "sparse", "ragged", "virtual_batch_size", "groups",
    }
)  # fmt: skip
# Half precision is worked out in float32 here, which is no less exact.
_FLOATS = (None, "float32", "float16", "bfloat16", "float64", "mixed_float16", "mixed_bfloat16")
_TRAINING_ONLY = ("_initializer", "_regularizer", "_constraint")


def layer_of(kind: str, config: Config) -> Layer:
    """The layer that one entry of a configuration describes; refuses what is not on the list, by name."""
    known = OLD_KINDS.get(kind, kind)
    if known not in LAYER_KINDS:
        reason = REASONS.get(kind)
        if reason is not None:
            raise UnsupportedError(
                mark("A layer of the kind {kind} cannot be opened. {reason}"), kind=kind, reason=reason
            )
        raise UnsupportedError(
            mark("A layer of the kind “{kind}” is not one of those that can be shown. "
                 "Open a network of Keras's usual picture layers."),
            kind=kind[:80],
        )  # fmt: skip
    _check_common(known, config)
    made = LAYER_KINDS[known]
    settings: dict[str, Any] = {}
    for name in made.declarations():
        if any(each in config for each in (name, *OLD_NAMES.get(name, ()))):
            settings[name] = value(config, name, *OLD_NAMES.get(name, ()))
    _adapt(known, config, settings)
    _refuse_unknown(known, config, settings)
    try:
        return made(**settings)
    except UserError:
        raise
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise UnsupportedError(
            mark("A layer of the kind {kind} has settings that cannot be read."), kind=known, details=repr(error)[:500]
        ) from None


def check_module(entry: Config) -> None:
    """Refuse a class from anywhere but Keras: its code would have to be run to know what it does."""
    registered = entry.get("registered_name")
    module = entry.get("module")
    inside = module is None or (isinstance(module, str) and module.startswith(MODULES) and _is_keras(module))
    if not inside or (isinstance(registered, str) and ">" in registered):
        raise UnsupportedError(
            mark("The layer “{kind}” is program code of its author's (from “{module}”), which is never run. "
                 "Open a network of Keras's own layers."),
            kind=str(entry.get("class_name"))[:80], module=str(module if not inside else registered)[:80],
        )  # fmt: skip

    if module is not None and ".ops" in str(module) and entry.get("class_name") not in _LAYERS_TOO:
        raise UnsupportedError(
            mark("“{kind}” is an operation written into the model's code. Use a layer of Keras in its place."),
            kind=str(entry.get("class_name"))[:80],
        )  # fmt: skip


def _is_keras(module: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in MODULES)


def _check_common(kind: str, config: Config) -> None:
    refuse_unless(config, "data_format", (None, "channels_last"), kind=kind)
    refuse_unless(config, "dim_ordering", (None, "tf", "default"), kind=kind)
    for name in (
        "renorm",
        "rms_scaling",
        "pad_to_aspect_ratio",
        "crop_to_aspect_ratio",
        "antialias",
        "sparse",
        "ragged",
    ):
        refuse_unless(config, name, (False, None), kind=kind)
    refuse_unless(config, "virtual_batch_size", (None,), kind=kind)
    if kind == "BatchNormalization":
        refuse_unless(config, "mode", (0,), kind=kind)
    if kind != "Conv2D":
        refuse_unless(config, "groups", (1,), kind=kind)
    policy = config.get("dtype")
    if isinstance(policy, dict):
        policy = policy.get("config", {}).get("name") if isinstance(policy.get("config"), dict) else policy
    if kind != "InputLayer" and policy not in _FLOATS:
        raise UnsupportedError(
            mark("A layer of the kind {kind} keeps its numbers as {policy}. Save the model with float32 numbers."),
            kind=kind, policy=str(policy)[:80],
        )  # fmt: skip


def _adapt(kind: str, config: Config, settings: dict[str, Any]) -> None:
    """Bring settings whose form has changed over the years into today's."""
    if "activation" in settings:
        settings["activation"] = function(settings["activation"])
    if "kernel_size" not in settings and "nb_row" in config:
        settings["kernel_size"] = (config["nb_row"], config.get("nb_col"))
    if kind == "InputLayer":
        settings["shape"] = without_batch(value(config, "batch_shape", "batch_input_shape"))
    elif kind == "ReLU":
        for name in ("negative_slope", "threshold"):
            if settings.get(name, 0) is None:
                settings[name] = 0.0
    elif kind == "BatchNormalization":
        settings["axis"] = _single(settings.get("axis", -1))
    elif kind in ("MaxPooling2D", "AveragePooling2D") and settings.get("strides", 0) is None:
        settings["strides"] = settings.get("pool_size", (2, 2))
    elif kind in ("Normalization", "PReLU", "RandomZoom"):
        for name, empty in (("axis", ()), ("mean", ()), ("variance", ()), ("shared_axes", ()), ("width_factor", ())):
            if name in settings and settings[name] is None:
                settings[name] = empty
        for name in ("mean", "variance"):
            if name in settings:
                settings[name] = _flat(settings[name])


def _refuse_unknown(kind: str, config: Config, settings: Mapping[str, Any]) -> None:
    for name in config:
        old = any(name in names for names in OLD_NAMES.values()) or name in ("nb_row", "nb_col")
        if name in settings or name in IGNORED or name.endswith(_TRAINING_ONLY) or old or name.startswith("_"):
            continue
        raise UnsupportedError(
            mark("A layer of the kind {kind} has a setting “{name}” that is not known here, so what it does is not "
                 "certain."),
            kind=kind, name=name[:80],
        )  # fmt: skip


def without_batch(shape: Any) -> tuple[Any, ...]:
    """A shape without its batch axis; refuses a fixed batch of more than one, and sides that are left open."""
    if not isinstance(shape, (list, tuple)) or not 2 <= len(shape) <= 5:
        raise UnsupportedError(mark("The model does not say what shape its input has, so its layers have no sizes."))
    if shape[0] not in (None, 1):
        raise UnsupportedError(
            mark("The model takes exactly {count} pictures at once. Save it without a fixed batch size."),
            count=str(shape[0])[:20],
        )  # fmt: skip
    return tuple(shape[1:])


def _single(found: Any) -> Any:
    return found[0] if isinstance(found, (list, tuple)) and len(found) == 1 else found


def _flat(found: Any) -> Any:
    """Means as files have them, in nested lists of one, as one list."""
    while isinstance(found, (list, tuple)) and len(found) == 1 and isinstance(found[0], (list, tuple)):
        found = found[0]
    return found
