"""Weighs signs: what each adds to the log-odds of what is wanted, learnt from examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F


@dataclass(frozen=True)
class Options:
    """What one is to be chosen of: the signs of each, and which of them are right."""

    signs: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def logistic(
    rows: Sequence[frozenset[str]], wanted: Sequence[bool], *, ridge: float, least: int = 1
) -> dict[str, float]:
    """The weights of "always" and of each sign that stands in at least so many rows, pulled to zero by a ridge."""
    names = ["always", *_often(rows, least)]
    numbers = {name: number for number, name in enumerate(names)}
    of = torch.zeros(len(rows), len(names))
    of[:, 0] = 1
    for number, row in enumerate(rows):
        of[number, [numbers[sign] for sign in row if sign in numbers]] = 1
    target = torch.tensor([float(is_wanted) for is_wanted in wanted])

    def loss(weights: torch.Tensor) -> torch.Tensor:
        missed = F.binary_cross_entropy_with_logits(of @ weights, target, reduction="sum")
        return missed + ridge / 2 * weights[1:].square().sum()

    return dict(zip(names, _best(len(names), loss), strict=True))


def softmax(asked: Sequence[Options], *, ridge: float, least: int) -> dict[str, float]:
    """The weights that make the right options likely, of each sign that stands at least so often, pulled to zero."""
    options = [frozenset(signs) for one in asked for signs in one.signs]
    names = _often(options, least)
    numbers = {name: number for number, name in enumerate(names)}
    rows = [[numbers[sign] for sign in signs if sign in numbers] for signs in options]
    flat = torch.tensor([number for row in rows for number in row])
    starts = torch.tensor([0, *(len(row) for row in rows)][:-1]).cumsum(0)
    lengths = torch.tensor([len(one.signs) for one in asked])
    group = torch.repeat_interleave(torch.arange(len(asked)), lengths)
    right = torch.tensor([is_right for one in asked for is_right in one.right])

    def log_total(scores: torch.Tensor, of: torch.Tensor) -> torch.Tensor:
        highest = torch.full((len(asked),), -torch.inf).scatter_reduce(0, of, scores.detach(), "amax")
        total = torch.zeros(len(asked)).index_add(0, of, (scores - highest[of]).exp())
        return total.log() + highest

    def loss(weights: torch.Tensor) -> torch.Tensor:
        scores = F.embedding_bag(flat, weights.unsqueeze(1), starts, mode="sum").squeeze(1)
        missed = (log_total(scores, group) - log_total(scores[right], group[right])).sum()
        return missed + ridge / 2 * weights.square().sum()

    return dict(zip(names, _best(len(names), loss), strict=True))


def _often(rows: Iterable[frozenset[str]], least: int) -> list[str]:
    counts = Counter(sign for row in rows for sign in row)
    return sorted(sign for sign, count in counts.items() if count >= least)


def _best(count: int, loss: Callable[[torch.Tensor], torch.Tensor]) -> list[float]:
    """The weights, so many, at which a loss is least."""
    weights = torch.zeros(count, requires_grad=True)
    search = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def lost() -> torch.Tensor:
        search.zero_grad()
        value = loss(weights)
        value.backward()  # type: ignore[no-untyped-call]
        return value

    search.step(lost)
    return [round(weight, 2) for weight in weights.tolist()]
