"""The limit of the encoder's speed: its matrix products alone, each of the same shape and kind, in the same runtime."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from reportedly.reading.scoring.encoder import WINDOW, Encoder, session_of
from reportedly.reading.scoring.windows import cut_windows
from reportedly.reading.shipped import BEST, FOLDERS

Feeds = dict[str, Any]
_WEIGHT = {"DynamicQuantizeMatMul": 1, "MatMulIntegerToFloat": 1, "QAttention": 1}  # which input of a node it is


def load_products(folder: Path, *, encoder: Path = FOLDERS[BEST]) -> Callable[[Sequence[str]], Callable[[], None]]:
    """For texts, what multiplies for each of their windows what the encoder would; the graph is written to a folder.

    Products with weights are of int8 numbers, those within attention of floats, as in the encoder; all else is left
    out.
    """
    import onnx
    from onnx import TensorProto, helper

    whole = onnx.load(str(encoder / "encoder.onnx"))
    weights = {kept.name: kept for kept in whole.graph.initializer}
    nodes, used, widths, heads = [], {}, set(), 0
    for number, node in enumerate(n for n in whole.graph.node if n.op_type in _WEIGHT):
        weight = weights[node.input[_WEIGHT[node.op_type]]]
        used[weight.name] = weight
        widths.add(weight.dims[0])
        nodes.append(helper.make_node("MatMulInteger", [f"x{weight.dims[0]}", weight.name], [f"y{number}"]))
        if node.op_type == "QAttention":
            heads = next(setting.i for setting in node.attribute if setting.name == "num_heads")
            nodes.append(helper.make_node("MatMul", ["q", "k"], [f"weights{number}"]))
            nodes.append(helper.make_node("MatMul", ["p", "v"], [f"mixed{number}"]))
    size = min(widths) // heads
    shapes = {"q": ["n", size], "k": [size, "n"], "p": ["n", "n"], "v": ["n", size]}
    given = [helper.make_tensor_value_info(f"x{w}", TensorProto.UINT8, [1, "n", w]) for w in sorted(widths)]
    given += [helper.make_tensor_value_info(n, TensorProto.FLOAT, [1, heads, *shape]) for n, shape in shapes.items()]
    # their shapes alone are given out, so that the runtime uses the memory of one product for the next
    made = [helper.make_tensor_value_info(f"{node.output[0]}.shape", TensorProto.INT64, None) for node in nodes]
    nodes = [
        each for node in nodes for each in (node, helper.make_node("Shape", node.output, [f"{node.output[0]}.shape"]))
    ]
    graph = helper.make_graph(nodes, "products", given, made, list(used.values()))
    path = folder / "products.onnx"
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), str(path))
    session, read = session_of(path, threads=1), Encoder.load(encoder)
    last = [made[-1].name]

    def prepare(texts: Sequence[str]) -> Callable[[], None]:
        lengths = [len(w.rows) for p in read.tokenise(texts) for w in cut_windows(p.paragraphs, WINDOW)]
        feeds = {n: _feeds(n, sorted(widths), heads, size) for n in set(lengths)}

        def run() -> None:
            for length in lengths:
                session.run(last, feeds[length])

        return run

    return prepare


def _feeds(n: int, widths: Sequence[int], heads: int, size: int) -> Feeds:
    draw = np.random.default_rng(n)
    floats = {"q": (n, size), "k": (size, n), "p": (n, n), "v": (n, size)}
    return {
        **{f"x{width}": draw.integers(0, 256, (1, n, width), dtype=np.uint8) for width in widths},
        **{name: draw.random((1, heads, *shape), dtype=np.float32) for name, shape in floats.items()},
    }
