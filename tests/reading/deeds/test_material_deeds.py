"""Material deeds, control of places, and their look-alikes: which sense a sentence is read in."""

from __future__ import annotations

import pytest

import rashomon

DEEDS = [
    ("Rebels ambushed an army convoy near Kesh.", "ambushed", "ASSAULT", None),
    ("Gunmen opened fire on worshippers in the Dorn district.", "opened fire", "ASSAULT", "firearms"),
    ("Two guards were shot dead by smugglers.", "shot dead", "ASSAULT", "firearms"),
    ("Marksmen on the ridge fired on a milk lorry.", "fired", "ASSAULT", "firearms"),
    ("The Orsan army shelled the grain market.", "shelled", "ASSAULT", "heavy-weapons"),
    ("Artillery shells landed in the village, wounding three children.", "landed", "ASSAULT", "heavy-weapons"),
    ("Rebels shot down a government helicopter.", "shot down", "ASSAULT", "heavy-weapons"),
    ("Government planes dropped barrel bombs on the market.", "dropped", "ASSAULT", "aerial"),
    ("Orsan jets struck a bridge outside Tarn.", "struck", "ASSAULT", "aerial"),
    ("The Herons blew up a reservoir above Marsa.", "blew up", "ASSAULT", "explosives"),
    ("A roadside bomb hit a lorry, injuring four soldiers.", "injuring", "ASSAULT", "explosives"),
    ("A suicide bomber blew himself up at a checkpoint.", "blew himself up", "ASSAULT", "suicide-attack"),
    ("The mayor was assassinated outside his home.", "assassinated", "ASSAULT", "targeted"),
    ("The gang kidnapped seventeen missionaries.", "kidnapped", "ASSAULT", "abduct"),
    ("Guards tortured the prisoners.", "tortured", "ASSAULT", "torture"),
    ("The militia raped women in three villages.", "raped", "ASSAULT", "sexual"),
    ("The militia burned down houses in three villages.", "burned down", "ASSAULT", "destroy"),
    ("Police fired tear gas at protesters.", "fired", "ASSAULT", "crowd-control"),
    ("The regime used chlorine gas against the town.", "used chlorine", "ASSAULT", "unconventional"),
    ("Officers staged a coup in Belvar.", "staged a coup", "ASSAULT", None),
    ("Militants beheaded two hostages.", "beheaded", "ASSAULT", None),
    ("Both sides have repeatedly violated the truce.", "violated", "ASSAULT", None),
    ("Security forces arrested dozens of activists.", "arrested", "COERCE", "arrest"),
    ("The army besieged the enclave for a year.", "besieged", "COERCE", "restrict"),
    ("The junta imposed a nightly curfew on the capital.", "curfew", "COERCE", "curfew"),
    ("The junta declared martial law.", "martial law", "COERCE", "martial-law"),
    ("The authorities shut down the internet.", "shut down", "COERCE", "censor"),
    ("Soldiers forced the villagers to leave.", "forced", "COERCE", "deport"),
    ("The navy intercepted a ship carrying weapons.", "intercepted", "COERCE", "seize"),
    ("The rebels laid down their arms.", "laid down", "RETREAT", "disarm"),
    ("The Herons released nine sailors.", "released", "RETREAT", "release"),
    ("Orsa and Belvar will exchange prisoners at dawn.", "exchange prisoners", "RETREAT", "release"),
    ("The government allowed aid agencies to enter the camp.", "allowed", "RETREAT", "access"),
    ("The prime minister resigned on Monday.", "resigned", "RETREAT", "resign"),
    ("Belvar has massed troops along the border.", "massed", "MOBILIZE", "troops"),
    ("The Herons are recruiting teenagers.", "recruiting", "MOBILIZE", None),
    ("The two militias united against the Herons.", "united", "MOBILIZE", None),
    ("Two armoured columns crossed the Tarn at night.", "crossed", "MOBILIZE", "troops"),
    ("Teachers went on strike over unpaid wages.", "went on strike", "PROTEST", "strike"),
    ("Thousands of people marched through Porto Veil.", "marched", "PROTEST", "demo"),
    ("Farmers blocked the highway with tractors.", "blocked", "PROTEST", "obstruct"),
    ("Prisoners have begun a hunger strike.", "hunger strike", "PROTEST", "hunger"),
    ("Belvar expelled three Orsan diplomats.", "expelled", "SANCTION", "expel"),
    ("Belvar recalled its ambassador.", "recalled", "SANCTION", "withdraw"),
    ("Parliament voted sanctions against two shipowners.", "sanctions", "SANCTION", None),
    ("A court sentenced the general to ten years in prison.", "sentenced", "SANCTION", "convict"),
]

CONTROL = [
    ("The Heron League seized Port Marsa from the Tarn rebels.", "Port Marsa", "Tarn rebels", "Heron League"),
    ("Port Marsa has fallen to the Heron League.", "Port Marsa", None, "Heron League"),
    ("In March the Heron League lost Delvek to the rebels.", "Delvek", "Heron League", "rebels"),
    ("The Heron League pulled its men out of Delvek.", "Delvek", "Heron League", None),
    ("The rebels drove out of Delvek with their guns.", "Delvek", "rebels", None),
    ("The Heron League drove the rebels out of Delvek.", "Delvek", "rebels", "Heron League"),
    ("The Tarn rebels have abandoned Delvek.", "Delvek", "Tarn rebels", None),
    ("Delvek was retaken by the Heron League.", "Delvek", None, "Heron League"),
    ("The port of Marsa is under the control of the Tarn rebels.", "Marsa", None, "Tarn rebels"),
]

LOOK_ALIKES = [
    "United beat City 3-0 in the final.",
    "A gale struck the harbour and drowned three fishermen.",
    "The virus has killed thousands of people.",
    "The film captures the mood of a city at war.",
    "Inflation has hit pensioners hard.",
    "Firefighters battled a blaze at the depot.",
    "The senator was defeated in the election.",
    "He took the train to Marab.",
    "Two tourists drove out of Marab on Friday.",
    "The museum holds a collection of coins.",
    "Heavy snow cut off several villages in the mountains.",
    "The singer released a new album.",
    "The champion lost his title to a younger boxer.",
    "The court blocked the merger.",
    "Prices fell to their lowest level in a year.",
    "The company launched a new drone.",
]


@pytest.mark.parametrize(("text", "trigger", "type_", "mode"), DEEDS)
def test_the_deed_is_read_in_its_sense(text: str, trigger: str, type_: str, mode: str | None) -> None:
    found = {(c.type, c.mode) for c in rashomon.read(text).claims if trigger in c.trigger or c.trigger in trigger}
    assert found == {(type_, mode)}


@pytest.mark.parametrize(("text", "place", "loser", "gainer"), CONTROL)
def test_who_loses_and_who_gains_a_place(text: str, place: str, loser: str | None, gainer: str | None) -> None:
    found = [c.control for c in rashomon.read(text).claims if c.control]
    assert [(c.place, c.from_, c.to) for c in found] == [(place, loser, gainer)]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes_are_no_claims(text: str) -> None:
    assert rashomon.read(text).claims == ()
