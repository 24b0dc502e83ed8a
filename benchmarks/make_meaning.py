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
# exp(x) is taken for (1 + y + y*y/2)^16, where y = x/16, or -1 if less: that is ((1 + y)^2 + 1)^16 / 2^16.
_SQUARINGS = 4
# How alike a query and a key are is y in steps of 2^-17; they and values are whole numbers up to 511, of
# these parts: 32 products add up to less than 2^23.
_ALIKE = 2.0**-17
_QUERY = (1 / (_ALIKE * 2**_SQUARINGS * _OF_HEAD**0.5)) ** 0.5
_VALUE, _BOUND = 64.0, 511.0
# How much a token looks at each other is in 4096ths.
_SHARES = 4096.0
# GELU, x*Phi(x), is taken for max(x, 0) - a*u*u*BEND, where a = |x| and u = max(EDGE - a, 0).
_EDGE, _BEND = 2.5, 0.0721
# Nothing is divided by less.
_LEAST = 2.0**-10


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
    layers = [_of(weights, f"encoder.layer.{layer}.") for layer in range(_LAYERS)]
    carried = [*(_biases(layer)[0] for layer in layers), numpy.zeros(_WIDTH)]
    token = _embedded(graph, weights, carried[0])
    for layer, after in zip(layers[:-1], carried[1:-1], strict=True):
        token = _layer(graph, token, layer, after)
    graph.nodes.append(
        helper.make_node("Sub", [token, graph.constant(_float(carried[-2] * _STEP))], ["tokens"])
    )
    _sentence(graph, _layer(graph, token, layers[-1], carried[-1]))
    return _file(graph)


def _of(weights: Mapping[str, Array], start: str) -> dict[str, Array]:
    return {name.removeprefix(start): array for name, array in weights.items() if name.startswith(start)}


def _embedded(graph: Graph, weights: Mapping[str, Array], carried: Array) -> str:
    """What the pieces and their places mean before they are read together."""
    table = weights["embeddings.word_embeddings.weight"]
    scale = numpy.abs(table).max(axis=1, keepdims=True) / 127
    small = numpy.rint(table / numpy.maximum(scale, 1e-9)).astype(numpy.int8)
    places = weights["embeddings.position_embeddings.weight"][:_LONGEST]
    places = (places + weights["embeddings.token_type_embeddings.weight"][0]) * _STEP
    number = graph("Cast", graph("Gather", small, "ids"), to=TensorProto.FLOAT)
    word = graph("Mul", number, graph("Gather", _float(scale * _STEP), "ids"))
    start = numpy.array([0])
    place = graph("Slice", _float(places), start, graph("Shape", "ids"), start)
    return _normal(graph, graph("Add", word, place), _of(weights, "embeddings.LayerNorm."), carried)


def _layer(graph: Graph, token: str, weights: Mapping[str, Array], carried: Array) -> str:
    """One layer: each token looks at all, then is changed on its own.

    `token` has had the bias of the attention's output added before, and gives one with `carried` added: so a
    bias is added where there is an addition already, and taken off again in the bias of what comes next.
    """
    seen_bias, changed_bias = _biases(weights)
    seen = _attention(graph, token, _of(weights, "attention.self."), seen_bias)
    seen = _product(graph, seen, weights["attention.output.dense.weight"], 1 / (_SHARES * _VALUE), _STEP)
    of_norm = _of(weights, "attention.output.LayerNorm.")
    token = _normal(graph, graph("Add", token, seen), of_norm, changed_bias)
    # In these units BEND is 1.
    bent = _BEND**0.5
    matrix = weights["intermediate.dense.weight"]
    bias = (weights["intermediate.dense.bias"] - matrix @ changed_bias) * bent
    hidden = graph("Add", _product(graph, token, matrix, 1 / _STEP, bent), _float(bias))
    # Some tokens are activated far more than others, and eight bits do not hold both: each by its own most.
    active = _activated(graph, hidden, _EDGE * bent)
    most = graph("Max", graph("ReduceMax", active, axes=[1]), _LEAST)
    out = _product(graph, graph("Div", active, most), weights["output.dense.weight"], 1 / bent, _STEP)
    out = graph("Mul", out, most)
    return _normal(graph, graph("Add", token, out), _of(weights, "output.LayerNorm."), carried)


def _biases(weights: Mapping[str, Array]) -> tuple[Array, Array]:
    """What a layer adds to each token whatever it reads: after it has looked at others, and after its change.

    The shares of what a token takes of others add up to one, so the bias of values is added whole.
    """
    seen = weights["attention.output.dense.weight"] @ weights["attention.self.value.bias"]
    return weights["attention.output.dense.bias"] + seen, weights["output.dense.bias"]


def _product(graph: Graph, token: str, matrix: Array, step: float, out: float | Array) -> str:
    """`token`, in units of `step`, by the weights, in parts of `out`."""
    columns = matrix.T.astype(float) * out
    scale = numpy.abs(columns).max(axis=0) / _MOST
    small = numpy.rint(columns / scale).astype(numpy.int8)
    whole, of_token, zero = graph("DynamicQuantizeLinear", token, outputs=3)
    return str(graph("MatMulIntegerToFloat", whole, small, of_token, _float(scale * step), zero))


def _attention(graph: Graph, token: str, weights: Mapping[str, Array], carried: Array) -> str:
    """What each token takes from all of them, in parts of SHARES times VALUE, but for the bias of values.

    The bias of keys makes no difference: it makes a query as much more like one key as like another.
    """
    parts = ("query", "key", "value")
    matrix = numpy.concatenate([weights[f"{part}.weight"] for part in parts])
    units = numpy.repeat([_QUERY, _QUERY, _VALUE], _WIDTH)
    bias = -matrix @ carried
    bias[:_WIDTH] += weights["query.bias"]
    three = graph("Add", _product(graph, token, matrix, 1 / _STEP, units), _float(bias * units))
    three = graph("Clip", graph("Round", three), -_BOUND, _BOUND)
    heads = graph("Reshape", three, numpy.array([-1, 3 * _HEADS, _OF_HEAD]))
    query, key, value = graph("Split", graph("Transpose", heads, perm=[1, 0, 2]), outputs=3, axis=0)
    alike = graph("FusedMatMul", query, key, transB=1, alpha=_ALIKE)
    # 1 + y, where y is nothing for the key that is most alike.
    power = graph("Relu", graph("Sub", alike, graph("Sub", graph("ReduceMax", alike, axes=[2]), 1.0)))
    power = graph("Add", graph("Mul", power, power), 1.0)
    for _ in range(_SQUARINGS):
        power = graph("Mul", power, power)
    power = graph("Round", power)
    each = graph("Mul", graph("ReduceSum", power, numpy.array([2])), 1 / _SHARES)
    share = graph("Round", graph("Div", power, each))
    taken = graph("Transpose", graph("MatMul", share, value), perm=[1, 0, 2])
    return str(graph("Reshape", taken, numpy.array([-1, _WIDTH])))


def _activated(graph: Graph, hidden: str, edge: float) -> str:
    """What is above zero, less what is near it."""
    size = graph("Abs", hidden)
    short = graph("Relu", graph("Sub", edge, size))
    tail = graph("Mul", graph("Mul", short, short), size)
    return str(graph("Sub", graph("Relu", hidden), tail))


def _float(array: Array) -> Array:
    return numpy.asarray(array, numpy.float32)


def _normal(graph: Graph, token: str, weights: Mapping[str, Array], carried: Array) -> str:
    """Each token with mean and variance as learnt, and `carried` added.

    Sums of whole numbers are exact in 53 bits.
    """
    token = graph("Round", token)
    wide = graph("Cast", token, to=TensorProto.DOUBLE)
    share = numpy.array(1 / _WIDTH)
    mean = graph("ReduceMean", wide, axes=[1])
    squares = graph("Mul", graph("ReduceSumSquare", wide, axes=[1]), share)
    variance = graph("Sub", squares, graph("Mul", mean, mean))
    spread = graph("Sqrt", graph("Add", variance, numpy.array(_EPSILON * _STEP**2)))
    apart = graph("Sub", token, graph("Cast", mean, to=TensorProto.FLOAT))
    even = graph("Div", apart, graph("Cast", spread, to=TensorProto.FLOAT))
    weighed = graph("Mul", even, _float(weights["weight"] * _STEP))
    return str(graph("Add", weighed, _float((weights["bias"] + carried) * _STEP)))


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
