"""Weighs signs: what each adds to the log-odds of what is wanted, learnt from examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F


@dataclass(frozen=True)
class Choice:
    """One of several must be chosen: the signs of each, and which of them are right."""

    signs: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def logistic(
    rows: Sequence[frozenset[str]], wanted: Sequence[bool], *, ridge: float, least: int = 1
) -> dict[str, float]:
    """The weights of "always" and of each sign that stands in at least so many rows, pulled to zero by a ridge."""
    counts = Counter(sign for row in rows for sign in row)
    names = ["always", *sorted(sign for sign, count in counts.items() if count >= least)]
    numbers = {name: number for number, name in enumerate(names)}
    of = torch.zeros(len(rows), len(names))
    of[:, 0] = 1
    for number, row in enumerate(rows):
        of[number, [numbers[sign] for sign in row if sign in numbers]] = 1
    target = torch.tensor([float(is_wanted) for is_wanted in wanted])
    weights = torch.zeros(len(names), requires_grad=True)
    search = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def lost() -> torch.Tensor:
        search.zero_grad()
        loss = F.binary_cross_entropy_with_logits(of @ weights, target, reduction="sum")
        loss = loss + ridge / 2 * weights[1:].square().sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    search.step(lost)
    return {name: round(weight, 2) for name, weight in zip(names, weights.tolist(), strict=True)}


def chosen(choices: Sequence[Choice], *, ridge: float, least: int) -> dict[str, float]:
    """The weights that make the right ones likely, of each sign that stands at least so often, pulled to zero."""
    counts = Counter(sign for choice in choices for signs in choice.signs for sign in set(signs))
    names = sorted(sign for sign, count in counts.items() if count >= least)
    numbers = {name: number for number, name in enumerate(names)}
    rows = [[numbers[sign] for sign in set(signs) if sign in numbers] for choice in choices for signs in choice.signs]
    flat = torch.tensor([number for row in rows for number in row])
    starts = torch.tensor([0, *(len(row) for row in rows)][:-1]).cumsum(0)
    lengths = torch.tensor([len(choice.signs) for choice in choices])
    group = torch.repeat_interleave(torch.arange(len(choices)), lengths)
    right = torch.tensor([is_right for choice in choices for is_right in choice.right])
    weights = torch.zeros(len(names), 1, requires_grad=True)
    search = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def log_total(scores: torch.Tensor, of: torch.Tensor) -> torch.Tensor:
        highest = torch.full((len(choices),), -torch.inf).scatter_reduce(0, of, scores.detach(), "amax")
        total = torch.zeros(len(choices)).index_add(0, of, (scores - highest[of]).exp())
        return total.log() + highest

    def lost() -> torch.Tensor:
        search.zero_grad()
        scores = F.embedding_bag(flat, weights, starts, mode="sum").squeeze(1)
        loss = (log_total(scores, group) - log_total(scores[right], group[right])).sum()
        loss = loss + ridge / 2 * weights.square().sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    search.step(lost)
    return {name: round(weight, 2) for name, weight in zip(names, weights.squeeze(1).tolist(), strict=True)}
