"""Entries of the ledger of relations: what one claim says of two actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.model import EventType, Factuality, Sign
from rashomon.model.reading import ActorKind

How = Literal["tie", "deed", "words", "together", "belonging", "demand", "named", "telling"]
"""What relates the two.

`tie`: a lasting tie. `deed`; `words` alone: threats, praise, accusations, talks. `together`: a deed of both to
others. `belonging`: one is of the other. `demand`: something asked, which tells nothing of friend and foe. `named`: a
mutual deed whose words name both, though they are not read as its two sides. `telling`: what a teller does as
one (a reporter asks somebody); he is no party, unless others speak of him.
"""

UNTIED = frozenset({"belonging", "demand", "named", "telling"})
"""What is shown and makes no tie."""

Standing = Literal["said", "disowned", "denied", "possible", "meant", "demanded", "supposed"]
"""How it stands: said to be so; said by a teller whom the author disowns; or not said to be so, in which way."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim about one pair. Those that do not count as ties are kept to be shown.

    Attributes:
        claim: `DOC:c3`, for `rashomon show`. `document`: the document's id.
        one, other: the two sides as usually named, by the alphabet. `one_key`, `other_key`: who they are.
        one_party, other_party: who of each side it is ("army" of a state), as usually named.
        one_named, other_named: as the claim's words name them.
        one_kind, other_kind: what the reader takes them for.
        one_member, other_member: whether it is a person who stands for the side.
        inside: whether both are organs of one state: then they are the two, and not one side.
        sign: friendly (`+`), hostile (`-`), or neither (`0`).
        counts: whether it is a tie: signed, said to be so, and between two whom the claim itself relates.
        account: whose account it is; None if the words say it but not who. `account_key`: who it is.
        account_side: the key of the side that the teller is or stands for, or whose voice the outlet is.
        own: whether it is the outlet's or the author's own account, not a source's.
        tellers: the chain of tellers inside the document, outermost first.
        place: where, as the claim says it. `place_key`: the same place, however it is spelt.
        words_place: of a claim without place, the one place that its words name.
        since, until: ISO days between which it lies, by the claim; both None if it gives no date.
        published: of the document. `mode`, `type`, `kind`, `trigger`, `quote`, `confidence`: of the claim.
    """

    claim: str
    document: str
    one: str
    other: str
    one_key: str
    other_key: str
    one_party: str
    other_party: str
    one_named: str
    other_named: str
    one_kind: ActorKind
    other_kind: ActorKind
    one_member: bool
    other_member: bool
    inside: bool
    sign: Sign
    how: How
    standing: Standing
    counts: bool
    account: str | None
    account_key: str
    account_side: str | None
    own: bool
    tellers: tuple[str, ...]
    source: str | None
    author: str | None
    published: str | None
    place: str | None
    place_key: str | None
    words_place: str | None
    since: str | None
    until: str | None
    kind: str
    type: EventType | None
    mode: str | None
    factuality: Factuality
    trigger: str
    quote: str
    confidence: float | None

    @property
    def pair(self) -> tuple[str, str]:
        """Who the two are."""
        return self.one_key, self.other_key
