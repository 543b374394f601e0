"""What reportedly finds, as frozen records of plain values; standard library only."""

from reportedly.records.actor import ACTOR_KINDS, Actor, ActorKind
from reportedly.records.article import UNDETERMINED, Article, Span, Timex
from reportedly.records.contact import CONTACT_KINDS, CONTACT_STATUSES, Contact, ContactKind, ContactStatus
from reportedly.records.position import STANCES, Position, Stance
from reportedly.records.reading import Failure, Reading
from reportedly.records.statement import (
    ACTS,
    FORMS,
    SOURCINGS,
    STATUSES,
    Act,
    Chain,
    Form,
    Link,
    Sourcing,
    Statement,
    Status,
)
from reportedly.records.values import content_id

__all__ = [
    "ACTOR_KINDS",
    "ACTS",
    "CONTACT_KINDS",
    "CONTACT_STATUSES",
    "FORMS",
    "SOURCINGS",
    "STANCES",
    "STATUSES",
    "UNDETERMINED",
    "Act",
    "Actor",
    "ActorKind",
    "Article",
    "Chain",
    "Contact",
    "ContactKind",
    "ContactStatus",
    "Failure",
    "Form",
    "Link",
    "Position",
    "Reading",
    "Sourcing",
    "Span",
    "Stance",
    "Statement",
    "Status",
    "Timex",
    "content_id",
]
