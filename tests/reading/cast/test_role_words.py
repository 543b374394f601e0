from __future__ import annotations

import pytest

from reportedly.reading.cast.role_words import roles_in, with_role


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("port  spokesman\nthe Rev.", ["port spokesman"]),
        ("its chair, Senator", ["its chair", "Senator"]),
        ("Renn's running mate, Sarn Gov.", ["Renn's running mate", "Sarn Gov."]),
        ("Sen.", ["Sen."]),
        ("secretary for work, pensions and health", ["secretary for work, pensions and health"]),
        ("the head of the centre and whose book", ["the head of the centre"]),
        ("the late", []),
        ("", []),
    ],
)
def test_words_beside_a_name_tell_roles(words: str, roles: list[str]) -> None:
    assert list(roles_in(words)) == roles


def test_a_role_that_says_no_more_is_not_told_twice() -> None:
    assert with_role(["a retired surgeon"], "surgeon") == ["a retired surgeon"]
    assert with_role(["surgeon"], "a retired surgeon") == ["a retired surgeon"]
    assert with_role(["vice president"], "president") == ["vice president", "president"]
