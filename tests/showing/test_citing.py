"""Claims named by their ids."""

from __future__ import annotations

from rashomon.showing.citing import ids, rest, short


def test_an_id_is_cut_to_what_show_takes_and_has_nothing_in_it_that_a_terminal_obeys() -> None:
    assert short("4dd2fc1f00112233:c12") == "4dd2fc1f:c12"
    assert "\x1b" not in short("\x1b[31mabc:c1")


def test_few_claims_are_all_named_and_many_are_counted() -> None:
    claims = [f"{n:016x}:c{n}" for n in range(9)]
    assert rest(claims[:7]).count(":c") == 7
    assert rest(claims[:7]).startswith("and 7 more: ")
    assert ids(claims).endswith(":c5 and 3 others")
