"""Encoders as torch networks, MiniLM (shipped) or MPNet (teacher), and the reading's heads above one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from reportedly.reading.scoring.labels import (
    COLUMNS,
    COREFERENCE_WIDTH,
    DISTANCE_BUCKETS,
    PAIR_ROLES,
    PAIR_WIDTH,
    ROLE_GROUPS,
    TAG_COLUMNS,
)
from reportedly.reading.scoring.windows import FEATURES


@dataclass(frozen=True)
class Shape:
    """Size of an encoder; `offset` is added to BERT vocabulary ids, `relative` counts relative position buckets.

    `features` counts what may be told of a piece besides.
    """

    layers: int = 6
    width: int = 384
    heads: int = 12
    vocabulary: int = 30522
    positions: int = 512
    offset: int = 0
    first_position: int = 0
    relative: int = 0
    epsilon: float = 1e-12
    features: int = FEATURES


SIDES = 2  # features that tell the first text from the second, as BERT was taught to
MINILM = Shape()
STATEMENTS = Shape(features=SIDES)
SMALL = Shape(3)
MPNET = Shape(12, 768, 12, 30527, 514, offset=4, first_position=2, relative=32, epsilon=1e-5)


class Layer(nn.Module):
    """One transformer layer (post-norm, as BERT has it)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=shape.epsilon)
        self.up = nn.Linear(width, 4 * width)
        self.down = nn.Linear(4 * width, width)
        self.norm2 = nn.LayerNorm(width, eps=shape.epsilon)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.out(mixed.transpose(1, 2).reshape(batch, length, width)))
        out: Tensor = self.norm2(x + self.down(F.gelu(self.up(x))))
        return out


class Encoder(nn.Module):
    """Hidden states of pieces, to put heads on."""

    def __init__(self, shape: Shape = MINILM) -> None:
        super().__init__()
        self.shape = shape
        width = shape.width
        self.word = nn.Embedding(shape.vocabulary, width)
        self.position = nn.Embedding(shape.positions, width)
        self.feature = nn.Embedding(shape.features, width)
        nn.init.zeros_(self.feature.weight)
        self.norm = nn.LayerNorm(width, eps=shape.epsilon)
        self.relative = nn.Embedding(shape.relative, shape.heads) if shape.relative else None
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.drop = nn.Dropout(0.1)

    def encode(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Hidden states (B, n, width); `mask` is additive, (B, 1, 1, n)."""
        length = ids.shape[1]
        first = self.shape.first_position
        x = self.word(ids) + self.position.weight[first : first + length] + self.feature(features)
        x = self.drop(self.norm(x))
        if self.relative is not None:
            mask = mask + self.relative(_relative_buckets(length, self.shape.relative)).permute(2, 0, 1)[None]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_pretrained(self, path: Path) -> None:
        """Takes the encoder's weights from a sentence-transformers safetensors file."""
        from safetensors.torch import load_file

        weights = {name.removeprefix("bert."): w.float() for name, w in load_file(path).items()}
        mpnet = self.relative is not None
        parts = (
            ("attn.q", "attn.k", "attn.v", "attn.o")
            if mpnet
            else ("self.query", "self.key", "self.value", "output.dense")
        )
        norm = "attention.LayerNorm" if mpnet else "attention.output.LayerNorm"
        with torch.no_grad():
            self.word.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.position.weight.copy_(weights["embeddings.position_embeddings.weight"])
            if not mpnet:
                first, second = weights["embeddings.token_type_embeddings.weight"]
                self.position.weight += first
                if self.shape.features == SIDES:
                    self.feature.weight[1] = second - first
            else:
                assert self.relative is not None
                self.relative.weight.copy_(weights["encoder.relative_attention_bias.weight"])
            for kind in ("weight", "bias"):
                getattr(self.norm, kind).copy_(weights[f"embeddings.LayerNorm.{kind}"])
                for number, layer in enumerate(self.layers):
                    at = f"encoder.layer.{number}."
                    three = [weights[f"{at}attention.{part}.{kind}"] for part in parts[:3]]
                    getattr(layer.qkv, kind).copy_(torch.cat(three))
                    getattr(layer.out, kind).copy_(weights[f"{at}attention.{parts[3]}.{kind}"])
                    getattr(layer.norm1, kind).copy_(weights[f"{at}{norm}.{kind}"])
                    getattr(layer.up, kind).copy_(weights[f"{at}intermediate.dense.{kind}"])
                    getattr(layer.down, kind).copy_(weights[f"{at}output.dense.{kind}"])
                    getattr(layer.norm2, kind).copy_(weights[f"{at}output.LayerNorm.{kind}"])


class Network(Encoder):
    """Scores of a window: `tags` (B, n, TAG_COLUMNS), `anchor` and `token` (B, n, roles, PAIR_WIDTH), `coreference`."""

    def __init__(self, shape: Shape = MINILM) -> None:
        super().__init__(shape)
        width = shape.width
        self.tags = nn.Linear(width, TAG_COLUMNS)
        self.anchor = nn.Linear(width, len(PAIR_ROLES) * PAIR_WIDTH)
        self.token = nn.Linear(width, len(PAIR_ROLES) * PAIR_WIDTH)
        self.coreference = nn.Linear(width, 2 * COREFERENCE_WIDTH)
        self.pair_distance = nn.Parameter(torch.zeros(len(PAIR_ROLES), DISTANCE_BUCKETS))
        self.coreference_distance = nn.Parameter(torch.zeros(DISTANCE_BUCKETS))
        for head, deviation in ((self.tags, 0.02), (self.anchor, 0.04), (self.token, 0.04), (self.coreference, 0.05)):
            nn.init.normal_(head.weight, std=deviation)
            nn.init.zeros_(head.bias)
        nn.init.constant_(self.tags.bias[COLUMNS["pair_bias"]], -3.0)  # most pieces have no role

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        hidden = self.drop(self.encode(ids, features, mask))
        return self.tags(hidden), F.gelu(self.anchor(hidden)), F.gelu(self.token(hidden)), self.coreference(hidden)

    def pair_scores(
        self, tags: Tensor, anchor: Tensor, token: Tensor, rows: Tensor, at: Tensor, group: str = "attribution"
    ) -> Tensor:
        """(a, 1 + roles, n) logits of every token's role for the anchors at (rows, at); "none" first, always 0."""
        own = ROLE_GROUPS[group]
        length = tags.shape[1]
        asks = anchor[rows, at].view(len(rows), len(PAIR_ROLES), PAIR_WIDTH)[:, own]
        answers = token.view(len(token), length, len(PAIR_ROLES), PAIR_WIDTH)[rows][:, :, own]
        scores = torch.einsum("ark,atrk->art", asks, answers) * (2 / math.sqrt(PAIR_WIDTH))
        scores = scores + tags[:, :, COLUMNS["pair_bias"]][rows][:, :, own].transpose(1, 2)
        distance = torch.arange(length)[None] - at[:, None]
        scores = scores + self.pair_distance[own][:, distance_buckets(distance)].transpose(0, 1)
        return torch.cat([torch.zeros_like(scores[:, :1]), scores], 1)

    def coreference_scores(self, vectors: Tensor, ends: Tensor) -> Tensor:
        """(m, 1 + m) logits of the antecedents of m mentions of one window; the first column is "none", always 0."""
        pooled = vectors[ends[:, 0]] + vectors[ends[:, 1]]
        asks, answers = pooled.split(COREFERENCE_WIDTH, -1)
        order = torch.arange(len(ends))
        scores = asks @ answers.T * (2 / math.sqrt(COREFERENCE_WIDTH))
        scores = scores + self.coreference_distance[distance_buckets(order[:, None] - order[None])]
        scores = scores.masked_fill(order[:, None] <= order[None], -1e4)
        return torch.cat([torch.zeros_like(scores[:, :1]), scores], 1)

    def take_weights(self, weights: dict[str, Tensor]) -> None:
        """Takes trained weights, also those of an earlier network whose heads had fewer columns or roles."""
        own = self.state_dict()
        with torch.no_grad():
            for name, given in weights.items():
                own[name][tuple(slice(0, size) for size in given.shape)] = given.to(own[name].dtype)


def distance_buckets(distance: Tensor) -> Tensor:
    """Signed logarithmic buckets: two a doubling, DISTANCE_BUCKETS in all."""
    half = DISTANCE_BUCKETS // 2
    size = distance.abs()
    bucket = ((torch.log2(size.clamp(min=1).float()) * 2).long() + (size > 0).long()).clamp(max=half - 1)
    return torch.where(distance < 0, bucket + half, bucket)


def _relative_buckets(length: int, buckets: int) -> Tensor:
    """MPNet's (T5's) bidirectional relative position buckets, (n, n)."""
    places = torch.arange(length)
    distance = places[None] - places[:, None]
    half = buckets // 2
    exact = half // 2
    size = distance.abs()
    far = exact + (torch.log(size.clamp(min=1).float() / exact) / math.log(128 / exact) * (half - exact)).long()
    near_or_far = torch.where(size < exact, size, far.clamp(max=half - 1))
    # MPNet takes n = -distance and offsets the future, as T5 does
    return torch.where(distance > 0, half, 0) + near_or_far
