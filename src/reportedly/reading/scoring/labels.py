"""The labels that the encoder's heads speak of, in the order of their scores."""

from __future__ import annotations

from reportedly.records.actor import ACTOR_KINDS
from reportedly.records.statement import Sourcing

ROLE_TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
PAIR_ROLES = ("source", "content", "addressees", "relays")
KINDS = ACTOR_KINDS
MENTION_TAGS = ("O", *(f"{edge}-{kind}" for kind in KINDS for edge in ("B", "I")))
SOURCING_COLUMNS: tuple[Sourcing, ...] = (  # the order that the weights were taught in
    "on_record", "spokesperson", "institution", "document", "outlet", "unnamed", "none",
)  # fmt: skip

# columns of the encoder's "tags" output
COLUMNS = {
    "outer": slice(0, 7),
    "inner": slice(7, 14),
    "mention": slice(14, 29),
    "act": slice(29, 45),
    "status": slice(45, 48),
    "sourcing": slice(48, 55),
    "pair_bias": slice(55, 59),
}
TAG_COLUMNS = 59
PAIR_WIDTH = 96  # of each pair role's anchor and token vectors
COREFERENCE_WIDTH = 64
DISTANCE_BUCKETS = 24  # signed, logarithmic
