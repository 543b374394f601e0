"""The network as a graph that onnxruntime runs quickest: its fused operators, written down rather than looked for.

Attention is one operator without a mask, since every window is read alone. The sum before a normalisation is a node of
its own: the operator that fuses the two takes five times as long on a processor, so the graph must be loaded without
further fusing (`ORT_ENABLE_BASIC`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch.nn import Linear

from training.network import Encoder, Network

_HEADS = ("tags", "token", "coreference")
_FUSED = "com.microsoft"
_OPSET = 17
_FORMAT = 8  # of the file; what onnxruntime 1.20 reads

Values = npt.NDArray[Any]


def graph_of(network: Network, *, int8: bool = True) -> onnx.ModelProto:
    """The graph from `words` (1, n, width), 8 bits, and `features` (1, n) to all heads but `anchor` and what it takes.

    int8 weights have a scale for each column; `hidden`, the last states, are int8 too, by `scale` and `zero`.
    """
    return _Graph(network, int8).written()


def anchors_of(network: Network, *, int8: bool = True) -> onnx.ModelProto:
    """The graph from `hidden` (k, width), and `scale` and `zero` (k, 1), to `anchor`, which few pieces are asked for.

    The pieces may be of many windows; each gets what its window alone would give.
    """
    return _Graph(network, int8).anchors()


def statements_of(encoder: Encoder, answers: Linear) -> onnx.ModelProto:
    """The graph from `words` (1, n, width), 8 bits, and `features` (1, n) to `vector` and `answers`, one row each.

    The vector is the mean of the last states, of length one; the answers are a linear layer over the first of them.
    """
    return _Graph(encoder, int8=True).statements(answers)


class _Graph:
    """Nodes and weights, added from the first to the last; a node is known by the name of what it gives."""

    def __init__(self, network: Encoder, int8: bool) -> None:
        self._weights: Mapping[str, Values] = {
            name: values.detach().float().numpy() for name, values in network.state_dict().items()
        }
        self._shape, self._int8 = network.shape, int8
        self._nodes: list[onnx.NodeProto] = []
        self._kept: dict[str, onnx.TensorProto] = {}

    def written(self) -> onnx.ModelProto:
        """The whole graph of the reading's encoder."""
        hidden = self._hidden(self._encoded())
        self._head(hidden, "tags", "tags")
        self._gelu(self._head(hidden, "token", "token.linear"), "token")
        self._head(hidden, "coreference", "coreference")
        width = self._shape.width
        made = [_typed(head, TensorProto.FLOAT, 1, "length", len(self._weights[f"{head}.bias"])) for head in _HEADS]
        made += [
            _typed("hidden", self._kind_of_states(), 1, "length", width),
            _typed("scale", TensorProto.FLOAT),
            _typed("zero", TensorProto.UINT8),
        ]
        return self._model("encoder", self._given(), made)

    def statements(self, answers: Linear) -> onnx.ModelProto:
        """The graph of the encoder of statements."""
        x = self._encoded()
        self._node("LpNormalization", [self._node("ReduceMean", [x], "mean", axes=[1], keepdims=0)], "vector", axis=-1)
        first = self._node("Gather", [x, self._keep("first", np.array(0, np.int64))], "first.x", axis=1)
        weight, bias = (part.detach().float().numpy() for part in (answers.weight, answers.bias))
        product = self._node("MatMul", [first, self._keep("answers.weight", weight.T)], "answers.product")
        self._node("Add", [product, self._keep("answers.bias", bias)], "answers")
        made = [
            _typed("vector", TensorProto.FLOAT, 1, self._shape.width),
            _typed("answers", TensorProto.FLOAT, 1, len(bias)),
        ]
        return self._model("statements", self._given(), made)

    def anchors(self) -> onnx.ModelProto:
        """The graph of the anchor head alone."""
        self._gelu(self._exact_head("anchor", "anchor.linear"), "anchor")
        given = [
            _typed("hidden", self._kind_of_states(), "pieces", self._shape.width),
            _typed("scale", TensorProto.FLOAT, "pieces", 1),
            _typed("zero", TensorProto.INT32, "pieces", 1),
        ]
        made = [_typed("anchor", TensorProto.FLOAT, "pieces", len(self._weights["anchor.bias"]))]
        return self._model("anchors", given, made)

    def _model(
        self, name: str, given: Sequence[onnx.ValueInfoProto], made: Sequence[onnx.ValueInfoProto]
    ) -> onnx.ModelProto:
        return helper.make_model(
            helper.make_graph(self._nodes, name, given, made, list(self._kept.values())),
            opset_imports=[helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, 1)],
            ir_version=_FORMAT,
        )

    def _given(self) -> list[onnx.ValueInfoProto]:
        return [
            _typed("words", TensorProto.UINT8, 1, "length", self._shape.width),
            _typed("features", TensorProto.INT32, 1, "length"),
        ]

    def _encoded(self) -> str:
        x = self._embedded()
        for number in range(self._shape.layers):
            x = self._layer(x, f"layers.{number}")
        return x

    def _embedded(self) -> str:
        _, scale, zero = by_table(self._weights["word.weight"])
        word = self._node(
            "DequantizeLinear", ["words", self._keep("word.scale", scale), self._keep("word.zero", zero)], "word.x"
        )
        length = self._node("Shape", ["words"], "length", start=1, end=2)
        position = self._node(
            "Slice", [self._weight("position.weight"), self._keep("start", np.zeros(1, np.int64)), length], "position.x"
        )
        feature = self._node("Gather", [self._weight("feature.weight"), "features"], "feature.x")
        words_in_place = self._node("Add", [word, position], "words_in_place")
        return self._normal(self._node("Add", [words_in_place, feature], "embedded"), "norm")

    def _layer(self, x: str, at: str) -> str:
        mixed = self._linear(self._attention(x, f"{at}.qkv"), f"{at}.out")
        x = self._normal(self._node("Add", [x, mixed], f"{at}.sum1"), f"{at}.norm1")
        raised = self._gelu(self._linear(x, f"{at}.up"), f"{at}.gelu")
        return self._normal(self._node("Add", [x, self._linear(raised, f"{at}.down")], f"{at}.sum2"), f"{at}.norm2")

    def _attention(self, x: str, at: str) -> str:
        heads = self._shape.heads
        if not self._int8:
            weight = self._keep(f"{at}.weight", self._weights[f"{at}.weight"].T)
            return self._node("Attention", [x, weight, self._weight(f"{at}.bias")], at, domain=_FUSED, num_heads=heads)
        numbers, number_scale, zero = self._as_int8(x, at)
        weight, scale = self._columns(at)
        none = self._keep(f"{at}.zero", np.zeros(3 * self._shape.width, np.int8))
        return self._node(
            "QAttention", [numbers, weight, self._weight(f"{at}.bias"), number_scale, scale, "", zero, none], at,
            domain=_FUSED, num_heads=heads,
        )  # fmt: skip

    def _linear(self, x: str, at: str) -> str:
        bias = self._weight(f"{at}.bias")
        if self._int8:
            weight, scale = self._columns(at)
            return self._node("DynamicQuantizeMatMul", [x, weight, scale, "", bias], at, domain=_FUSED)
        product = self._node(
            "MatMul", [x, self._keep(f"{at}.weight", self._weights[f"{at}.weight"].T)], f"{at}.product"
        )
        return self._node("Add", [product, bias], at)

    def _head(self, x: Sequence[str], at: str, name: str) -> str:
        """A linear layer of what is int8 already, so that this is done once for all heads."""
        bias = self._weight(f"{at}.bias")
        if self._int8:
            numbers, number_scale, zero = x
            weight, scale = self._columns(at)
            return self._node(
                "MatMulIntegerToFloat", [numbers, weight, number_scale, scale, zero, "", bias], name, domain=_FUSED
            )
        weight = self._keep(f"{at}.weight", self._weights[f"{at}.weight"].T)
        return self._node("Add", [self._node("MatMul", [x[0], weight], f"{at}.product"), bias], name)

    def _exact_head(self, at: str, name: str) -> str:
        """As `_head`, where each piece has a scale of its own: sums of int8 are exact, so it gives the same."""
        bias = self._weight(f"{at}.bias")
        if not self._int8:
            return self._head(("hidden",), at, name)
        weight, scale = self._columns(at)
        sums = self._node("MatMulInteger", ["hidden", weight], f"{at}.sums")
        columns = self._keep(f"{at}.columns", _by_column(self._weights[f"{at}.weight"].T)[0].sum(0, dtype=np.int32))
        moved = self._node("Sub", [sums, self._node("Mul", ["zero", columns], f"{at}.moved")], f"{at}.exact")
        scales = self._node("Mul", ["scale", scale], f"{at}.scales")
        product = self._node(
            "Mul", [self._node("Cast", [moved], f"{at}.float", to=TensorProto.FLOAT), scales], f"{at}.product"
        )
        return self._node("Add", [product, bias], name)

    def _kind_of_states(self) -> TensorProto.DataType:
        return TensorProto.UINT8 if self._int8 else TensorProto.FLOAT

    def _gelu(self, x: str, name: str) -> str:
        return self._node("Gelu", [x], name, domain=_FUSED)

    def _hidden(self, x: str) -> tuple[str, ...]:
        """The last states as heads take them, under the names that they are given out by."""
        names = ("hidden", "scale", "zero")
        if self._int8:
            return self._nodes_of("DynamicQuantizeLinear", [x], names)
        for name, value in (("scale", np.float32(1)), ("zero", np.uint8(0))):
            self._nodes_of("Constant", [], [name], value=numpy_helper.from_array(np.asarray(value), name))
        return self._nodes_of("Identity", [x], names[:1])

    def _as_int8(self, x: str, at: str) -> tuple[str, ...]:
        return self._nodes_of("DynamicQuantizeLinear", [x], [f"{at}.int8", f"{at}.int8.scale", f"{at}.int8.zero"])

    def _normal(self, x: str, at: str) -> str:
        given = [x, self._weight(f"{at}.weight"), self._weight(f"{at}.bias")]
        return self._node("LayerNormalization", given, f"{at}.x", axis=-1, epsilon=self._shape.epsilon)

    def _columns(self, at: str) -> tuple[str, str]:
        numbers, scale = _by_column(self._weights[f"{at}.weight"].T)
        return self._keep(f"{at}.weight", numbers), self._keep(f"{at}.scale", scale)

    def _weight(self, name: str) -> str:
        return self._keep(name, self._weights[name])

    def _keep(self, name: str, values: Values) -> str:
        self._kept[name] = numpy_helper.from_array(np.asarray(values, order="C"), name)
        return name

    def _node(self, kind: str, given: Sequence[str], made: str, **settings: Any) -> str:
        return self._nodes_of(kind, given, [made], **settings)[0]

    def _nodes_of(self, kind: str, given: Sequence[str], made: Sequence[str], **settings: Any) -> tuple[str, ...]:
        self._nodes.append(helper.make_node(kind, given, made, **settings))
        return tuple(made)


def _typed(name: str, kind: TensorProto.DataType, *shape: int | str) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def _by_column(weight: Values) -> tuple[Values, Values]:
    """int8 with 0 for 0 and a scale for each column."""
    scale = (np.abs(weight).max(0) / 127).astype(np.float32)
    return np.clip(np.rint(weight / scale), -127, 127).astype(np.int8), scale


def by_table(weight: Values) -> tuple[Values, Values, Values]:
    """uint8 with one scale and one number for 0."""
    low, high = min(float(weight.min()), 0.0), max(float(weight.max()), 0.0)
    scale = np.float32((high - low) / 255)
    zero = np.uint8(np.rint(-low / scale))
    return np.clip(np.rint(weight / scale) + zero, 0, 255).astype(np.uint8), np.asarray(scale), np.asarray(zero)
