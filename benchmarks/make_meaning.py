"""Makes the model of the meaning of sentences that is shipped: 8-bit weights, and arithmetic that is exact.

    python -m benchmarks.make_meaning FOLDER

FOLDER holds `model.safetensors` and `vocab.txt` of all-MiniLM-L6-v2 (Apache-2.0).  It needs the package
onnx 1.16 or later, which nothing else does.

A model of floating-point numbers gives other last digits on another machine, where sums are taken in another
order.  Here no sum depends on its order: what is summed are whole numbers, or steps of a power of two, small
enough that every partial sum is held exactly.  Weights have 7 bits, so that no processor's 8-bit products
overflow.  What is left is single additions, products, quotients and square roots, which IEEE 754 rounds the
same everywhere; the exponential and the curve of activation are made of them.
"""

from __future__ import annotations

import argparse
import json
import struct
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[Any]

SOURCE = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""The SHA-256 of the weights that it was made of."""

_MODELS = Path(__file__).resolve().parents[1] / "src" / "accord" / "vocabulary" / "models"
_LAYERS, _HEADS, _OF_HEAD, _WIDTH = 6, 12, 32, 384
_LONGEST = 128
_EPSILON = 1e-12
# Weights are -64..64: two products with 8 unsigned bits are added in 16 signed ones.
_MOST = 64
# What a token holds between layers is in steps of 2^-12.
_STEP = 4096.0
# Queries, keys and values are whole numbers up to 511, and these parts of one: 32 products add up to less
# than 2^23.
_QUERY, _VALUE, _BOUND = 40.0, 64.0, 511.0
# How much a token looks at another is in 4096ths, of exponentials in steps of 2^-14.
_SHARES, _EXPONENTIALS = 4096.0, 16384.0
# exp(x) = (1 + y + y*y/2)^64, where y = x/64, and no x is below -16.
_SQUARINGS = 6
_DEEPEST = -16.0
# Phi(-a) is nearly u*u*(A + B*u + C*u*u), where u = EDGE - a, and nothing beyond.
_EDGE = 3.3


class Graph:
    """An ONNX graph as it is built: each call adds a node and gives the name of what comes out of it."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, Array] = {}

    def __call__(self, kind: str, *inputs: str | float | Array, outputs: int = 1, **attributes: Any) -> Any:
        """The outcome of a node, or a tuple of them; numbers and arrays become constants."""
        names = [one if isinstance(one, str) else self.constant(one) for one in inputs]
        made = [f"{kind}{len(self.nodes)}_{index}" for index in range(outputs)]
        domain = "com.microsoft" if kind in {"MatMulIntegerToFloat", "FusedMatMul"} else ""
        self.nodes.append(helper.make_node(kind, names, made, domain=domain, **attributes))
        return made[0] if outputs == 1 else tuple(made)

    def constant(self, value: float | Array) -> str:
        """The name of a constant; equal ones are one."""
        array = numpy.asarray(value, numpy.float32) if isinstance(value, float) else value
        name = f"c{sha256(array.tobytes() + str((array.dtype, array.shape)).encode()).hexdigest()[:16]}"
        self.constants[name] = array
        return name


def made(weights: Mapping[str, Array]) -> bytes:
    """The ONNX file: from the numbers of pieces `ids` to `sentence` (384) and `tokens` (pieces, 384)."""
    graph = Graph()
    token = _embedded(graph, weights)
    for layer in range(_LAYERS):
        if layer == _LAYERS - 1:
            graph.nodes.append(helper.make_node("Identity", [token], ["tokens"]))
        token = _layer(graph, token, _of(weights, f"encoder.layer.{layer}."))
    _sentence(graph, token)
    return _file(graph)


def _of(weights: Mapping[str, Array], start: str) -> dict[str, Array]:
    return {name.removeprefix(start): array for name, array in weights.items() if name.startswith(start)}


def _embedded(graph: Graph, weights: Mapping[str, Array]) -> str:
    """What the pieces and their places mean before they are read together."""
    table = weights["embeddings.word_embeddings.weight"]
    scale = numpy.abs(table).max(axis=1, keepdims=True) / 127
    small = numpy.rint(table / numpy.maximum(scale, 1e-9)).astype(numpy.int8)
    places = weights["embeddings.position_embeddings.weight"][:_LONGEST]
    places = (places + weights["embeddings.token_type_embeddings.weight"][0]) * _STEP
    number = graph("Cast", graph("Gather", small, "ids"), to=TensorProto.FLOAT)
    word = graph("Mul", number, graph("Gather", (scale * _STEP).astype(numpy.float32), "ids"))
    place = graph(
        "Slice", places.astype(numpy.float32), numpy.array([0]), graph("Shape", "ids"), numpy.array([0])
    )
    return _normal(graph, graph("Add", word, place), _of(weights, "embeddings.LayerNorm."))


def _layer(graph: Graph, token: str, weights: Mapping[str, Array]) -> str:
    """One layer: each token looks at all, then is changed on its own."""
    seen = _attention(graph, token, _of(weights, "attention.self."))
    seen = _linear(graph, seen, _of(weights, "attention.output.dense."), 1 / (_SHARES * _VALUE), _STEP)
    token = _normal(graph, graph("Add", token, seen), _of(weights, "attention.output.LayerNorm."))
    hidden = _linear(graph, token, _of(weights, "intermediate.dense."), 1 / _STEP, 1.0)
    out = _linear(graph, _activated(graph, hidden), _of(weights, "output.dense."), 1.0, _STEP)
    return _normal(graph, graph("Add", token, out), _of(weights, "output.LayerNorm."))


def _linear(graph: Graph, token: str, weights: Mapping[str, Array], step: float, out: float | Array) -> str:
    """`token`, in units of `step`, by the weights, plus the bias, in parts of `out`."""
    matrix, bias = weights["weight"].T.astype(float) * out, weights["bias"] * out
    scale = numpy.abs(matrix).max(axis=0) / _MOST
    small = numpy.rint(matrix / scale).astype(numpy.int8)
    whole, of_token, zero = graph("DynamicQuantizeLinear", token, outputs=3)
    scales = (scale * step).astype(numpy.float32)
    product = graph("MatMulIntegerToFloat", whole, small, of_token, scales, zero)
    return str(graph("Add", product, bias.astype(numpy.float32)))


def _attention(graph: Graph, token: str, weights: Mapping[str, Array]) -> str:
    """What each token takes from all of them, in parts of SHARES times VALUE."""
    parts = ("query", "key", "value")
    joined = {
        kind: numpy.concatenate([weights[f"{part}.{kind}"] for part in parts]) for kind in ("weight", "bias")
    }
    units = numpy.repeat([_QUERY, _QUERY, _VALUE], _WIDTH)
    three = graph("Clip", graph("Round", _linear(graph, token, joined, 1 / _STEP, units)), -_BOUND, _BOUND)
    heads = graph("Reshape", three, numpy.array([-1, 3 * _HEADS, _OF_HEAD]))
    query, key, value = graph("Split", graph("Transpose", heads, perm=[1, 0, 2]), outputs=3, axis=0)
    likeness = graph("FusedMatMul", query, key, transB=1)
    less = graph("Sub", likeness, graph("ReduceMax", likeness, axes=[2]))
    power = _exponential(graph, less, 1 / (_QUERY * _QUERY * _OF_HEAD**0.5))
    each = graph("Div", _SHARES, graph("ReduceSum", power, numpy.array([2])))
    share = graph("Round", graph("Mul", power, each))
    taken = graph("Transpose", graph("MatMul", share, value), perm=[1, 0, 2])
    return str(graph("Reshape", taken, numpy.array([-1, _WIDTH])))


def _exponential(graph: Graph, below: str, unit: float) -> str:
    """The exponential of what is nothing or less, in steps of 1/EXPONENTIALS."""
    turns = 2**_SQUARINGS
    # 1 + y + y*y/2 is half of (1 + y)^2 + 1; the halves are taken at the end.
    power = graph("Add", graph("Mul", below, unit / turns), 1.0)
    power = graph("Max", power, 1 + _DEEPEST / turns)
    power = graph("Add", graph("Mul", power, power), 1.0)
    for _ in range(_SQUARINGS):
        power = graph("Mul", power, power)
    return str(graph("Round", graph("Mul", power, _EXPONENTIALS * 2.0**-turns)))


def _activated(graph: Graph, hidden: str) -> str:
    """GELU, x*Phi(x): what is above zero of x, less |x|*Phi(-|x|)."""
    size = graph("Abs", hidden)
    short = graph("Relu", graph("Sub", _EDGE, size))
    first, second, third = _curve()
    inner = graph("Add", graph("Mul", graph("Add", graph("Mul", short, third), second), short), first)
    tail = graph("Mul", graph("Mul", graph("Mul", short, short), inner), size)
    return str(graph("Sub", graph("Relu", hidden), tail))


def _curve() -> tuple[float, float, float]:
    """A, B and C that make the approximation of GELU best."""
    from math import erfc, sqrt

    sizes = numpy.linspace(0, _EDGE, 2000)
    wanted = numpy.array([size * erfc(size / sqrt(2)) / 2 for size in sizes])
    short = _EDGE - sizes
    terms = numpy.stack([sizes * short ** (2 + power) for power in range(3)], axis=1)
    first, second, third = numpy.linalg.lstsq(terms, wanted, rcond=None)[0]
    return float(first), float(second), float(third)


def _normal(graph: Graph, token: str, weights: Mapping[str, Array]) -> str:
    """Each token with mean and variance as learnt.  Sums of whole numbers are exact in 53 bits."""
    token = graph("Round", token)
    wide = graph("Cast", token, to=TensorProto.DOUBLE)
    share = numpy.array(1 / _WIDTH)
    mean = graph("Mul", graph("ReduceSum", wide, numpy.array([1])), share)
    squares = graph("Mul", graph("ReduceSumSquare", wide, axes=[1]), share)
    variance = graph("Sub", squares, graph("Mul", mean, mean))
    spread = graph("Sqrt", graph("Add", variance, numpy.array(_EPSILON * _STEP**2)))
    apart = graph("Sub", token, graph("Cast", mean, to=TensorProto.FLOAT))
    even = graph("Div", apart, graph("Cast", spread, to=TensorProto.FLOAT))
    weighed = graph("Mul", even, (weights["weight"] * _STEP).astype(numpy.float32))
    return str(graph("Add", weighed, (weights["bias"] * _STEP).astype(numpy.float32)))


def _sentence(graph: Graph, token: str) -> None:
    """The mean of the tokens, in whole numbers, brought to unit length."""
    wide = graph("Cast", graph("Round", token), to=TensorProto.DOUBLE)
    total = graph("ReduceSum", wide, numpy.array([0]), keepdims=0)
    mean = graph("Round", graph("Div", total, graph("Cast", graph("Size", "ids"), to=TensorProto.DOUBLE)))
    length = graph("Sqrt", graph("ReduceSumSquare", mean, axes=[0]))
    unit = graph("Div", mean, length)
    graph.nodes.append(helper.make_node("Cast", [unit], ["sentence"], to=TensorProto.FLOAT))


def _file(graph: Graph) -> bytes:
    given = helper.make_tensor_value_info("ids", TensorProto.INT64, ["pieces"])
    outputs = [
        helper.make_tensor_value_info("sentence", TensorProto.FLOAT, [_WIDTH]),
        helper.make_tensor_value_info("tokens", TensorProto.FLOAT, ["pieces", _WIDTH]),
    ]
    constants = [numpy_helper.from_array(array, name) for name, array in graph.constants.items()]
    model = helper.make_model(
        helper.make_graph(graph.nodes, "meaning", [given], outputs, constants),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)],
        ir_version=8,
        producer_name="benchmarks/make_meaning.py",
    )
    return bytes(model.SerializeToString())


def read_weights(data: bytes) -> dict[str, Array]:
    """The arrays of a file of safetensors: a length, a table in JSON, then the numbers.

    Raises:
        SystemExit: they are not the weights that the model is made of.
    """
    if sha256(data).hexdigest() != SOURCE:
        raise SystemExit(f"these are other weights: their SHA-256 must be {SOURCE}")
    (size,) = struct.unpack("<Q", data[:8])
    table = json.loads(data[8 : 8 + size])
    arrays = {}
    for name, entry in table.items():
        if entry.get("dtype") == "F32":
            start, end = (8 + size + offset for offset in entry["data_offsets"])
            arrays[name] = numpy.frombuffer(data[start:end], "<f4").reshape(entry["shape"])
    return arrays


def pieces_file(pieces: Sequence[str]) -> bytes:
    """The vocabulary file of pieces."""
    about = (
        "The pieces of words that the model of the meaning of sentences knows, in the order of their numbers."
    )
    lines = ",\n".join(json.dumps(piece, ensure_ascii=False) for piece in pieces)
    return f'{{"about": "{about}",\n"pieces": [\n{lines}\n]}}\n'.encode()


def about_file(model: bytes) -> bytes:
    """What the vocabulary says of the model."""
    about = (
        "The model of the meaning of sentences in meaning.onnx: all-MiniLM-L6-v2 with 8-bit weights, "
        f"made by benchmarks/make_meaning.py of weights of SHA-256 {SOURCE}. See NOTICE."
    )
    return f'{{"about": "{about}",\n"sha256": "{sha256(model).hexdigest()}"}}\n'.encode()


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the model and its pieces into the vocabulary, and tell the hash of the model."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="where model.safetensors and vocab.txt lie")
    parser.add_argument("--output", type=Path, default=_MODELS, help="where the files go")
    options = parser.parse_args(arguments)
    model = made(read_weights((options.folder / "model.safetensors").read_bytes()))
    pieces = (options.folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    (options.output / "meaning.onnx").write_bytes(model)
    (options.output / "meaning.json").write_bytes(about_file(model))
    (options.output / "wordpieces.json").write_bytes(pieces_file(pieces))
    print(f"meaning.onnx: {len(model)} bytes, SHA-256 {sha256(model).hexdigest()}")


if __name__ == "__main__":
    main()
