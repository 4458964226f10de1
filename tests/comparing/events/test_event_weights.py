"""What says that two mentions are of one happening, and what does not."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.comparing.events import find
from rashomon.comparing.events.weighing import weights
from tests.comparing.accounts import Account, changed, killed

DAY = {"when": "2031-04-02", "type": "ASSAULT"}


def groups(*accounts: Account) -> list[set[str]]:
    events = find([account.reading() for account in accounts])
    return sorted(({mention.id for mention in event.mentions} for event in events), key=min)


def test_deeds_of_two_sorts_in_one_sentence_without_a_day_stay_two() -> None:
    text = "They murdered the elders, and they handed out bread to the orphans."
    account = Account("a").says(text, "murdered", type="ASSAULT", agents=("Red Lances",))
    account.says(text, "handed out", type="AID", agents=("Red Lances",))
    first, second = account.reading().claims
    moved = {"quote_start": 0, "quote_end": len(text)}
    at = text.index("handed out")
    second = second.model_copy(update={**moved, "start": at, "end": at + len("handed out")})
    reading = account.reading().model_copy(update={"claims": (first, second)})
    assert len(find([reading])) == 2


@pytest.mark.parametrize(("other", "together"), [(9, False), (4, True)])
def test_another_number_of_dead_is_of_other_dead(other: int, together: bool) -> None:
    account = Account("a", published="2031-04-03")
    account.says("A mortar killed 4 at the ferry.", "killed", quantities=killed(4, 4), place="Orm", **DAY)
    account.says("Nobody came.", "came", type="AID")
    account.says(f"In the hills mines killed {other}.", "killed", type="ASSAULT", quantities=killed(other, other))
    assert ({"a:c1", "a:c3"} in groups(account)) == together


def test_who_leaves_a_vague_place_may_leave_the_named_one() -> None:
    account = Account("a", published="2031-04-03")
    fields: dict[str, Any] = {"type": "COERCE", "when": "2031-04-02"}
    account.says(
        "The Lances captured Orm on Wednesday.", "captured", control=changed("Orm", "army", "Lances"), **fields
    )
    foothold = changed("last Foothold in the East", "army", "Lances")
    account.says("They drove the army from it on Wednesday.", "drove", control=foothold, **fields)
    assert groups(account) == [{"a:c1", "a:c2"}]


def test_one_wording_in_two_documents_is_one_happening_unless_place_or_day_differ() -> None:
    sentence = "Lorries burned beside the tannery orchard."
    one = Account("a", published="2031-04-03").says(sentence, "burned")
    copy = Account("b", published="2031-04-03").says(sentence, "burned")
    assert len(groups(one, copy)) == 1
    here = Account("a", published="2031-04-03").says(sentence, "burned", place="Orm", **DAY)
    there = Account("b", published="2031-04-03").says(sentence, "burned", place="Tarvol", **DAY)
    assert len(groups(here, there)) == 2


def test_words_that_every_war_report_has_say_nothing() -> None:
    sentence = "Residents and officials said rebels shelled soldiers, a spokesman reported."
    one = Account("a", published="2031-04-03").says(sentence, "shelled", type="ASSAULT")
    later = Account("b", published="2031-05-20").says(sentence, "shelled", type="ASSAULT")
    assert len(groups(one, later)) == 2


def test_every_sign_has_a_weight_and_every_weight_a_sign() -> None:
    from rashomon.comparing.events import weighing

    used: dict[str, set[str]] = {"within": set(), "across": set()}
    original = weighing.weigh

    def seen(section: str, features: Any) -> float:
        used[section] |= set(features)
        return original(section, features)

    account = Account("a", published="2031-04-03")
    account.says("A mortar killed 4.", "killed", **DAY).says("It hit the ferry.", "hit", type="ASSAULT")
    other = Account("b", published="2031-04-04").says("A mortar killed 4.", "killed", **DAY)
    last = Account("c", published="2031-04-05").says("A mortar killed 4.", "killed", type="ASSAULT")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weighing, "weigh", seen)
        find([account.reading(), other.reading(), last.reading()])
    assert used == {section: set(weights()[section]) for section in used}
