"""Weighs signs: what each adds to the log-odds of what is wanted, learnt from examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import torch
import torch.nn.functional as F


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
