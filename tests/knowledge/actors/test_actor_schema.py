"""What the files of actors may say, and what is refused."""

from typing import Any

import pytest

from rashomon.errors import KnowledgeError
from rashomon.knowledge.actors import KnownActor, KnownActors, Link, Role
from rashomon.knowledge.actors.schema import entry

ROW = {"id": "zz.guard", "name": "Orsan Guard", "kind": "armed group"}


def test_every_field_is_read() -> None:
    person = entry(
        "a.yaml",
        {
            "id": "zz.prenn", "name": "Ada Prenn", "kind": "person", "country": "ZZ", "since": 1961,
            "roles": [{"role": "president", "of": "zz.guard", "from": "2000-07-17", "to": 2024}],
        },
    )  # fmt: skip
    assert person.roles == (Role("president", "zz.guard", "2000-07-17", "2024"),)
    body = entry("a.yaml", ROW | {"links": [{"how": "renamed", "to": "zz.b", "date": "2016-07"}], "body": "army"})
    assert body.links == (Link("renamed", "zz.b", "2016-07"),)
    outlet = entry(
        "a.yaml", {"id": "zz.tv", "name": "Orsa TV", "kind": "media", "owner": "Prenn & Sons", "voice": "ZZ"}
    )
    assert (outlet.owner, outlet.voice, outlet.names) == ("Prenn & Sons", "ZZ", ("Orsa TV",))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"nickname": "Guards"}, "unknown field nickname"),
        ({"kind": "band"}, "unknown kind band"),
        ({"name": False}, "name: False must be text"),
        ({"country": "Orsa"}, "'Orsa' is no ISO"),
        ({"aliases": ["OG", "OG"]}, "'OG' is written twice"),
        ({"aliases": ["Orsan Guard"]}, "'Orsan Guard' is written twice"),
        ({"aliases": "OG"}, "aliases: every entry must be text"),
        ({"demonyms": [False]}, "demonyms: every entry must be text"),
        ({"voice": "ZZ"}, "voice: only an entry of kind media"),
        ({"roles": [{"role": "head", "of": "ZZ"}]}, "roles: only an entry of kind person"),
        ({"links": {"how": "renamed", "to": "zz.b"}}, "links: expected a list of mappings"),
        ({"links": [{"how": "became", "to": "zz.b"}]}, "needs to, and how as one of renamed"),
        ({"links": [{"how": "renamed", "to": "zz.guard"}]}, "a link to itself"),
        ({"links": [{"how": "renamed", "to": "zz.b", "date": "2016-13"}]}, "'2016-13' is no date"),
        ({"links": [{"how": "renamed", "to": "zz.b", "when": 2016}]}, "unknown field when"),
        ({"since": "May 2016"}, "since: 'May 2016' is no date"),
        ({"since": 2016, "until": "2015-12-31"}, "2015-12-31 is before 2016"),
    ],
)
def test_what_breaks_the_schema_is_told(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(KnowledgeError) as error:
        entry("a.yaml", ROW | wrong)
    assert told in str(error.value)
    assert "a.yaml" in str(error.value)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"role": "head"}, "needs role and of"),
        ({"role": "Head", "of": "ZZ"}, "lower case"),
        ({"role": "head", "of": "ZZ", "from": 2010, "to": 2009}, "2009 is before 2010"),
        ({"role": "head", "of": "ZZ", "until": 2009}, "unknown field until"),
    ],
)
def test_wrong_roles_are_told(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(KnowledgeError, match=told):
        entry("a.yaml", {"id": "zz.prenn", "name": "Ada Prenn", "kind": "person", "roles": [wrong]})


def test_an_entry_needs_id_name_and_kind() -> None:
    with pytest.raises(KnowledgeError, match="needs id, name and kind"):
        entry("a.yaml", {"id": "zz", "name": "Orsa"})


@pytest.mark.parametrize(
    ("actors", "told"),
    [
        ([KnownActor("a", "A", "state"), KnownActor("a", "B", "state")], "two entries"),
        ([KnownActor("a", "A", "state", parent="b")], "unknown parent b"),
        ([KnownActor("a", "A", "party", parent="b"), KnownActor("b", "B", "party", parent="a")], "form a circle"),
        ([KnownActor("a", "A", "party", parent="a")], "form a circle"),
        ([KnownActor("a", "A", "person", roles=(Role("head", "b"),))], "unknown role of b"),
        ([KnownActor("a", "A", "party", links=(Link("split", "b"),))], "unknown link to b"),
        ([KnownActor("a", "A", "media", voice="b")], "unknown voice b"),
        ([KnownActor("a", "A", "media", owner="zz.b")], "unknown owner zz.b"),
    ],
)
def test_references_must_be_known(actors: list[KnownActor], told: str) -> None:
    with pytest.raises(KnowledgeError, match=told):
        KnownActors(actors)


def test_an_owner_may_be_plain_text() -> None:
    assert len(KnownActors([KnownActor("a", "A", "media", owner="Prenn & Sons")])) == 1
