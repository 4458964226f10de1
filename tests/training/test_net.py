from __future__ import annotations

import random
from pathlib import Path

import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

torch = pytest.importorskip("torch", reason="torch is only needed to train")

from rashomon.reading.learned.lexicon import Lexicon  # noqa: E402
from training.examples import Argument, Example, Frame, Link, Mention  # noqa: E402
from training.examples.labels import CLAIM_ROLES, ROLES, SENSES  # noqa: E402
from training.net.batches import Part, batches, parts, tensors  # noqa: E402
from training.net.heads import NEAR, Network, bucket  # noqa: E402
from training.net.learning import Plan, order, train  # noqa: E402
from training.net.losses import losses, total  # noqa: E402
from training.net.measuring import measure  # noqa: E402

WORDS = ["the", "norva", "army", "shelled", "orsa", "it", "said", "so", "."]
TOKENIZER = Tokenizer(models.WordPiece({"[UNK]": 0} | {w: i for i, w in enumerate(WORDS, 1000)}, unk_token="[UNK]"))
TOKENIZER.normalizer = normalizers.BertNormalizer()
TOKENIZER.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
LEXICON = Lexicon(("event/ASSAULT",), {"shelled": (0,)}, {})
TEXT = "The Norva army shelled Orsa. It said so."
FRAME = Frame(
    3, 3, {"sense": "event/ASSAULT", "factuality": "happened", "negated": "no"},
    (Argument("agent", 1, 2), Argument("recipient", 4, 4)), CLAIM_ROLES,
)  # fmt: skip


def example(name: str = "e1") -> Example:
    return Example(
        name, name, TEXT,
        ((0, 3), (4, 9), (10, 14), (15, 22), (23, 27), (27, 28), (29, 31), (32, 36), (37, 39), (39, 40)),
        (0, 6), "claims", (FRAME,), mentions=(Mention(4, 4, "Location"),), sorts="re3d",
        links=(Link(6, (1,)), Link(1, ())),
        certainty=((3, 2.5),), heads=(2, 2, 3, 3, 3, 3, 7, 7, 7, 7), relations=("det",) * 10,
    )  # fmt: skip


def one() -> list[Part]:
    return parts([example()], TOKENIZER, LEXICON)


def test_marks_stand_where_the_words_are() -> None:
    batch = tensors(one())
    assert batch.sense[0].tolist() == [SENSES.index("event/ASSAULT") if i == 3 else 0 for i in range(10)]
    agent = batch.arguments[0, :, ROLES.index("agent")]
    assert agent[:, 0].nonzero().flatten().tolist() == [1]
    assert agent[:, 1].nonzero().flatten().tolist() == [2]
    assert batch.links[0, 6].nonzero().flatten().tolist() == [2]  # column 0 is the word itself
    assert batch.links[0, 1].nonzero().flatten().tolist() == [0]
    assert batch.marks[0, batch.begins[0, 3], 0] == 1
    assert batch.marks.sum() == 1


def test_roles_that_are_not_marked_cost_nothing() -> None:
    marked = tensors(one()).roles[0]
    assert [ROLES[i] for i in marked.nonzero().flatten().tolist()] == sorted(CLAIM_ROLES)


def test_every_window_comes_once_in_batches_that_are_not_too_large() -> None:
    found = parts([example(f"e{i}") for i in range(20)], TOKENIZER)
    groups = list(batches(found, 40, random.Random(1)))
    assert sorted(p.example.id for g in groups for p in g) == sorted(f"e{i}" for i in range(20))
    assert max(len(g) * max(len(p.pieces) for p in g) for g in groups) <= 40


def test_shares_of_an_epoch() -> None:
    found = parts([example(f"e{i}") for i in range(8)], TOKENIZER)
    steps = order([(found, 0.5)], Plan(epochs=3, pieces=12))
    assert sum(map(len, steps)) == 12


def test_distances_far_away_are_alike() -> None:
    near = bucket(torch.tensor([-500, -4, 0, 1, 4, 500, 900])).tolist()
    assert near == [0, NEAR - 4, NEAR, NEAR + 1, NEAR + 4, 2 * NEAR, 2 * NEAR]


def test_it_learns_what_it_is_shown_and_goes_on_where_it_stopped(tmp_path: Path) -> None:
    torch.manual_seed(1)
    network = Network(layers=1, dropout=0.0)
    before = total(losses(network, tensors(one()))).item()
    saved = tmp_path / "state.pt"
    plan = Plan(epochs=40, rate=1e-3, warm=0.1)
    train(network, [(one(), 1.0)], plan, saved=saved, every=40)
    assert total(losses(network, tensors(one()))).item() < before / 10
    assert measure(network, one())["sense"] == 1.0
    again = Network(layers=1, dropout=0.0)
    train(again, [(one(), 1.0)], plan, saved=saved)
    mine, theirs = network.state_dict(), again.state_dict()
    assert all(torch.equal(mine[key], theirs[key]) for key in mine)


def test_folds_divide_documents_evenly_and_always_alike() -> None:
    from training.crossval import folds

    found = folds([f"doc{i}" for i in range(23)], 5)
    assert found == folds([f"doc{i}" for i in reversed(range(23))], 5)
    assert {list(found.values()).count(k) for k in range(5)} == {4, 5}
