"""A trained network -> the folder of weights that ships: encoder.onnx (int8), tokenizer.json, distances.npz.

python -m training.export runs/encoder.pt src/reportedly/reading/weights [--fp32]
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from reportedly.reading.scoring.settings import Settings
from training.network import Network
from training.pretrained import minilm_files
from training.train import load_network


class Plain(nn.Module):
    """The network with attention in plain products, which the runtime fuses and quantises."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        net = self.network
        batch, length = ids.shape
        x = net.norm(net.word(ids) + net.position.weight[:length] + net.feature(features))
        for layer in net.layers:
            width = x.shape[-1]
            size = width // layer.heads
            q, k, v = F.linear(x, layer.qkv.weight, layer.qkv.bias).split(width, -1)
            q = q.view(batch, length, layer.heads, size).transpose(1, 2)
            k = k.view(batch, length, layer.heads, size).permute(0, 2, 3, 1)
            v = v.view(batch, length, layer.heads, size).transpose(1, 2)
            weights = torch.softmax(torch.matmul(q, k) * (1 / math.sqrt(size)) + mask, -1)
            mixed = torch.matmul(weights, v).transpose(1, 2).reshape(batch, length, width)
            x = layer.norm1(x + layer.out(mixed))
            x = layer.norm2(x + layer.down(F.gelu(layer.up(x))))
        return net.tags(x), F.gelu(net.anchor(x)), F.gelu(net.token(x)), net.coreference(x)


def export(weights: Path, folder: Path, fp32: bool) -> None:
    """Writes the folder; int8 weights a channel each (QInt8), as the first study found best."""
    network = load_network(weights)
    folder.mkdir(parents=True, exist_ok=True)
    example = (torch.randint(200, 3000, (2, 64)), torch.zeros(2, 64, dtype=torch.long), torch.zeros(2, 1, 1, 64))
    outputs = ["tags", "anchor", "token", "coreference"]
    axes = {name: {0: "batch", 1: "length"} for name in ("ids", "features", *outputs)} | {
        "mask": {0: "batch", 3: "length"}
    }
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            Plain(network).eval(), example, str(whole), input_names=["ids", "features", "mask"], output_names=outputs,
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        if fp32:
            shutil.copy(whole, folder / "encoder.onnx")
        else:
            from onnxruntime.quantization import QuantType, quantize_dynamic
            from onnxruntime.quantization.shape_inference import quant_pre_process

            ready = Path(scratch) / "ready.onnx"
            quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
            quantize_dynamic(
                str(ready), str(folder / "encoder.onnx"), weight_type=QuantType.QInt8, per_channel=True,
                op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            )  # fmt: skip
    shutil.copy(minilm_files()[1], folder / "tokenizer.json")
    settings = folder / "settings.json"
    if not settings.exists():
        settings.write_text(json.dumps(asdict(Settings()), indent=1) + "\n", encoding="utf-8")
    np.savez(
        folder / "distances.npz",
        pair=network.pair_distance.detach().numpy(),
        coreference=network.coreference_distance.detach().numpy(),
    )
    print(json.dumps({p.name: p.stat().st_size for p in sorted(folder.iterdir())}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--fp32", action="store_true")
    options = parser.parse_args()
    export(options.weights, options.folder, options.fp32)


if __name__ == "__main__":
    main()
