"""What the encoder is taught by: the losses of its heads on a batch, and of a teacher's scores."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from reportedly.reading.scoring.labels import ATTRIBUTION_ROLES, COLUMNS, PAIR_WIDTH
from training.examples import Example, Teacher
from training.labels import UNKNOWN
from training.network import Network, distance_buckets

FOCAL = 25.0  # pieces that an anchor's roles usually touch: scales the pair loss to the tag loss
ASKED_FOCAL = 5.0  # the same of a contact's or a position's roles


class Loss:
    """The heads' losses on a batch; with a teacher's scores, 0.6 of the tag and pair losses comes from them."""

    def __init__(self, network: Network, teacher: Teacher | None) -> None:
        self.network = network
        self.teacher = teacher

    def __call__(self, batch: list[Example], scores: tuple[Tensor, Tensor, Tensor, Tensor]) -> dict[str, Tensor]:
        tags, anchor, token, coreference = scores
        length = tags.shape[1]
        tags = tags.float()

        def padded(name: str) -> Tensor:
            out = torch.full((len(batch), length), UNKNOWN)
            for row, example in enumerate(batch):
                values = getattr(example.targets, name)
                out[row, : len(values)] = torch.from_numpy(values)
            return out

        losses: dict[str, Tensor] = {}
        pieces = sum(int((e.window.rows >= 0).sum()) for e in batch)
        of_known = sum(int((e.window.rows >= 0).sum()) for e in batch if e.inner_known)
        for name, count in (("outer", pieces), ("inner", max(of_known, pieces // 8)), ("mention", pieces)):
            logits = tags[:, :, COLUMNS[name]].flatten(0, 1)
            target = padded(name).flatten()
            losses[name] = F.cross_entropy(logits, target, ignore_index=UNKNOWN, reduction="sum") / count
        rows = torch.tensor([r for r, e in enumerate(batch) for _ in e.targets.anchors], dtype=torch.long)
        pair = torch.zeros(0)
        if len(rows):
            at = torch.from_numpy(np.concatenate([e.targets.anchors for e in batch]))
            roles = torch.full((len(rows), length), UNKNOWN)
            start = 0
            for e in batch:
                n = len(e.targets.anchors)
                roles[start : start + n, : e.targets.roles.shape[1]] = torch.from_numpy(e.targets.roles)
                start += n
            pair = self.network.pair_scores(tags, anchor.float(), token.float(), rows, at)
            hard = int((roles != UNKNOWN).any(1).sum())
            losses["pair"] = F.cross_entropy(pair, roles, ignore_index=UNKNOWN, reduction="sum") / (
                FOCAL * max(hard, 1)
            )
            for name, field in (("act", "acts"), ("status", "statuses"), ("sourcing", "sourcings")):
                target = torch.from_numpy(np.concatenate([getattr(e.targets, field) for e in batch]))
                logits = tags[rows, at][:, COLUMNS[name]]
                if (target != UNKNOWN).any():
                    losses[name] = 0.1 * F.cross_entropy(logits, target, ignore_index=UNKNOWN)
        known = max(sum(int((e.targets.contact != UNKNOWN).sum()) for e in batch), pieces // 8)
        for name in ("contact", "position"):
            logits = tags[:, :, COLUMNS[name]].flatten(0, 1)
            target = padded(name).flatten()
            losses[name] = F.cross_entropy(logits, target, ignore_index=UNKNOWN, reduction="sum") / known
            losses |= self._asked(batch, tags, anchor, token, name)
        found = []
        for row, e in enumerate(batch):
            if len(e.targets.clusters) > 1:
                s = self.network.coreference_scores(coreference[row].float(), torch.from_numpy(e.targets.mention_ends))
                clusters = torch.from_numpy(e.targets.clusters)
                order = torch.arange(len(clusters))
                right = (clusters[:, None] == clusters[None]) & (order[:, None] > order[None])
                right = torch.cat([~right.any(1, keepdim=True), right], 1)
                found.append((torch.logsumexp(s, 1) - torch.logsumexp(s.masked_fill(~right, -1e4), 1)).mean())
        if found:
            losses["coreference"] = 0.2 * torch.stack(found).mean()
        if self.teacher is not None:
            self._learn_from_teacher(batch, tags, pair, losses)
        return losses

    def _asked(
        self, batch: list[Example], tags: Tensor, anchor: Tensor, token: Tensor, group: str
    ) -> dict[str, Tensor]:
        """Losses of what is asked at the anchors of contacts or positions: their roles and labels."""
        asked = [getattr(e.targets, f"{group}s") for e in batch]
        rows = torch.tensor([r for r, a in enumerate(asked) for _ in a.anchors], dtype=torch.long)
        if not len(rows):
            return {}
        at = torch.from_numpy(np.concatenate([a.anchors for a in asked]))
        roles = torch.full((len(rows), tags.shape[1]), UNKNOWN)
        start = 0
        for a in asked:
            roles[start : start + len(a.anchors), : a.roles.shape[1]] = torch.from_numpy(a.roles)
            start += len(a.anchors)
        pair = self.network.pair_scores(tags, anchor.float(), token.float(), rows, at, group)
        losses = {
            f"{group}_pair": 0.5
            * F.cross_entropy(pair, roles, ignore_index=UNKNOWN, reduction="sum")
            / (ASKED_FOCAL * len(rows))
        }
        for name in {name for a in asked for name in a.told}:
            target = torch.from_numpy(np.concatenate([a.told[name] for a in asked if len(a.anchors)]))
            losses[name] = 0.1 * F.cross_entropy(tags[rows, at][:, COLUMNS[name]], target)
        return losses

    def _learn_from_teacher(self, batch: list[Example], tags: Tensor, pair: Tensor, losses: dict[str, Tensor]) -> None:
        """Mixes the hard losses with cross entropy to the teacher's distributions; `pair` has a row an anchor.

        Inner tags are learnt from gold alone: a teacher that misses nested attributions would teach to miss them.
        """
        assert self.teacher is not None
        soft: dict[str, list[Tensor]] = {name: [] for name in ("outer", "mention")}
        pieces = first = 0
        pairs = []
        for row, e in enumerate(batch):
            held = self.teacher[e.article]
            at = np.flatnonzero(e.window.rows >= 0)
            rows = e.window.rows[at]
            theirs = torch.from_numpy(held["tags"][rows].astype(np.float32))
            pieces += len(at)
            for name, found in soft.items():
                ours = F.log_softmax(tags[row, at][:, COLUMNS[name]], -1)
                found.append(-(F.softmax(theirs[:, COLUMNS[name]], -1) * ours).sum())
            count = len(e.targets.anchors)
            if count:
                wanted = _teacher_pairs(held, theirs, rows, np.searchsorted(at, e.targets.anchors))
                ours = F.log_softmax(pair[first : first + count][:, :, at], 1)
                pairs.append(-(F.softmax(wanted, 1) * ours).sum())
            first += count
        for name, found in soft.items():
            losses[name] = 0.4 * losses[name] + 0.6 * torch.stack(found).sum() / pieces
        if pairs:
            losses["pair"] = 0.4 * losses["pair"] + 0.6 * torch.stack(pairs).sum() / (FOCAL * first)


def _teacher_pairs(held: dict[str, np.ndarray], tags: Tensor, rows: np.ndarray, anchors: np.ndarray) -> Tensor:
    """(a, 1 + roles, n) pair logits that the teacher gives the pieces `rows` for the anchors among them."""
    count = len(ATTRIBUTION_ROLES)
    wide = count * PAIR_WIDTH
    asks = torch.from_numpy(held["anchor"][rows[anchors], :wide].astype(np.float32)).view(-1, count, PAIR_WIDTH)
    answers = torch.from_numpy(held["token"][rows, :wide].astype(np.float32)).view(-1, count, PAIR_WIDTH)
    scores = torch.einsum("ark,trk->art", asks, answers) * (2 / PAIR_WIDTH**0.5)
    first = COLUMNS["pair_bias"].start
    scores += tags[:, first : first + count].T[None]
    distance = torch.arange(len(rows))[None] - torch.from_numpy(anchors)[:, None]
    scores += torch.from_numpy(held["pair_distance"])[:count][:, distance_buckets(distance)].transpose(0, 1)
    return torch.cat([torch.zeros_like(scores[:, :1]), scores], 1)
