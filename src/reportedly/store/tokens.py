"""Access tokens of the desk, kept as digests.

new_token(store, name, rights)   makes one; its secret is given once
token_of(store, secret)          the token that a secret belongs to, and notes that it was used
tokens(store)                    all that were made
end_token(store, id)             takes one back
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Literal, get_args

from reportedly.store.database import Store

Rights = Literal["read", "edit"]
RIGHTS: tuple[Rights, ...] = get_args(Rights)
PREFIX = "reportedly_"  # so that a secret that strays can be told for what it is

COLUMNS = {"token": ("id", "name", "rights", "digest", "made", "used", "ended")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token without its secret; moments are UTC."""

    id: str
    name: str
    rights: Rights
    made: datetime
    used: datetime | None = None
    ended: datetime | None = None


def new_token(store: Store, name: str, rights: Rights) -> str:
    """The secret of a new token, which nobody can be shown again."""
    secret = PREFIX + secrets.token_urlsafe(32)
    row = (secrets.token_hex(4), name, rights, _digest(secret), _now(), None, None)
    with store.transaction():
        store.insert(COLUMNS, {"token": [row]})
    return secret


def token_of(store: Store, secret: str) -> Token | None:
    """The token that a secret belongs to; None where there is none, or it was taken back."""
    sql = "select id, name, rights, made, used, ended from token where digest = $digest and ended is null"
    rows = store.query(sql, {"digest": _digest(secret)})
    return _token(*rows[0]) if rows else None


def note_use(store: Store, id: str) -> None:
    """Notes that a token is used now."""
    with store.transaction():
        store.query("update token set used = $now where id = $id", {"now": _now(), "id": id})


def tokens(store: Store) -> tuple[Token, ...]:
    """All tokens, the latest first."""
    sql = "select id, name, rights, made, used, ended from token order by made desc, id"
    return tuple(_token(*row) for row in store.query(sql))


def end_token(store: Store, id: str) -> bool:
    """Takes a token back; whether there was one to take back."""
    live = store.query("select count(*) from token where id = $id and ended is null", {"id": id})[0][0]
    with store.transaction():
        store.query("update token set ended = $now where id = $id and ended is null", {"now": _now(), "id": id})
    return bool(live)


def _token(id: str, name: str, rights: Rights, made: datetime, used: datetime | None, ended: datetime | None) -> Token:
    return Token(id=id, name=name, rights=rights, made=made, used=used, ended=ended)


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
