"""The labels that the encoder's heads speak of, in the order of their scores."""

from __future__ import annotations

from reportedly.records.actor import ACTOR_KINDS
from reportedly.records.contact import CONTACT_KINDS, CONTACT_STATUSES
from reportedly.records.position import STANCES
from reportedly.records.statement import ACTS, STATUSES, Sourcing

ROLE_TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ATTRIBUTION_ROLES = ("source", "content", "addressees", "relays")  # of a cue
CONTACT_ROLES = ("party", "place", "when")  # of the words that name a contact
POSITION_ROLES = ("holder",)  # of the words that show a position
PAIR_ROLES = ATTRIBUTION_ROLES + CONTACT_ROLES + POSITION_ROLES
ROLE_GROUPS = {"attribution": slice(0, 4), "contact": slice(4, 7), "position": slice(7, 8)}  # of PAIR_ROLES
KINDS = ACTOR_KINDS
MENTION_TAGS = ("O", *(f"{edge}-{kind}" for kind in KINDS for edge in ("B", "I")))
SOURCING_COLUMNS: tuple[Sourcing, ...] = (  # the order that the weights were taught in
    "on_record", "spokesperson", "institution", "document", "outlet", "unnamed", "none",
)  # fmt: skip

_WIDTHS = {
    "outer": len(ROLE_TAGS), "inner": len(ROLE_TAGS), "mention": len(MENTION_TAGS),
    "act": len(ACTS), "status": len(STATUSES), "sourcing": len(SOURCING_COLUMNS), "pair_bias": len(PAIR_ROLES),
    "contact": 3, "contact_kind": len(CONTACT_KINDS), "contact_status": len(CONTACT_STATUSES),
    "position": 3, "stance": len(STANCES),
}  # fmt: skip


def _columns() -> dict[str, slice]:
    """Columns of the encoder's "tags" output, one block after another."""
    found, first = {}, 0
    for name, width in _WIDTHS.items():
        found[name] = slice(first, first + width)
        first += width
    return found


COLUMNS = _columns()
TAG_COLUMNS = sum(_WIDTHS.values())
PAIR_WIDTH = 96  # of each pair role's anchor and token vectors
COREFERENCE_WIDTH = 64
DISTANCE_BUCKETS = 24  # signed, logarithmic
