"""Training: batches of several sets in chance order, a fixed seed, a rate that rises and falls, saved to be resumed."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from training.net.batches import Part, batches, tensors
from training.net.heads import Network
from training.net.losses import losses, total


@dataclass(frozen=True)
class Plan:
    """How to train.

    Attributes:
        epochs: how often everything is seen. `pieces`: word pieces a batch, padding included.
        rate: highest learning rate of the encoder; the heads learn `faster` times as fast.
        warm: the share of steps in which the rate rises; then it falls to zero.
        seed: of weights, order and dropout.
    """

    epochs: float
    pieces: int = 768
    rate: float = 2e-4
    faster: float = 5.0
    warm: float = 0.1
    decay: float = 0.01
    seed: int = 1


def order(sets: Sequence[tuple[Sequence[Part], float]], plan: Plan) -> list[list[Part]]:
    """All batches of all epochs; each set is seen `share` times an epoch (parts of a set are drawn by chance)."""
    rng = random.Random(plan.seed)
    found: list[list[Part]] = []
    whole, rest = int(plan.epochs), plan.epochs % 1
    for epoch in [1.0] * whole + ([rest] if rest else []):
        once: list[list[Part]] = []
        for found_parts, share in sets:
            times = share * epoch
            drawn = [p for _ in range(int(times)) for p in found_parts]
            drawn += rng.sample(list(found_parts), round(len(found_parts) * (times % 1)))
            once += batches(drawn, plan.pieces, rng)
        rng.shuffle(once)
        found += once
    return found


def train(
    network: Network,
    sets: Sequence[tuple[Sequence[Part], float]],
    plan: Plan,
    saved: Path | None = None,
    every: int = 200,
) -> None:
    """Trains in place; with `saved`, keeps its state there every so many steps and goes on from it."""
    torch.manual_seed(plan.seed)
    steps = order(sets, plan)
    for fixed in (network.encoder.pieces, network.encoder.positions):
        fixed.weight.requires_grad_(
            False
        )  # half of all weights, and what little they would learn costs a third of a step
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    others = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": plan.rate}, {"params": others, "lr": plan.rate * plan.faster}],
        weight_decay=plan.decay,
        fused=True,
    )
    warm = max(1, int(plan.warm * len(steps)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / warm, max(0.0, (len(steps) - n) / max(1, len(steps) - warm)))
    )
    done = 0
    if saved and saved.exists():
        state = torch.load(saved, weights_only=False)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        torch.set_rng_state(state["chance"])
        done = state["done"]
    network.train()
    for n, group in _progress(steps, done):
        with torch.autocast("cpu", torch.bfloat16):
            found = losses(network, tensors(group))
        if not found:
            schedule.step()
            continue
        optimizer.zero_grad()
        cost = total(found)
        torch.autograd.backward(cost)
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        _note(found, n)
        if saved and n % every == 0:
            state = {
                "network": network.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(),
                "chance": torch.get_rng_state(), "done": n,
            }  # fmt: skip
            torch.save(state, saved.with_suffix(".part"))
            saved.with_suffix(".part").replace(saved)
    network.eval()


def resumed(network: Network, sets: Sequence[tuple[Sequence[Part], float]], plan: Plan, out: Path) -> None:
    """Trains on two cores and writes the weights; an interrupted run goes on from its state beside them."""
    torch.set_num_threads(2)
    out.parent.mkdir(parents=True, exist_ok=True)
    state = out.with_name(out.name + ".state")
    train(network, sets, plan, saved=state)
    torch.save(network.state_dict(), out)
    state.unlink(missing_ok=True)


_seen: defaultdict[str, list[float]] = defaultdict(list)


def _note(found: dict[str, torch.Tensor], n: int) -> None:
    for name, value in found.items():
        _seen[name].append(value.item())


def _progress(steps: list[list[Part]], done: int) -> Iterator[tuple[int, list[Part]]]:
    """The steps from `done` on, numbered from 1, with a line now and then."""
    start = time.monotonic()
    for n, group in enumerate(steps[done:], done + 1):
        yield n, group
        if n % 100 == 0 or n == len(steps):
            means = ", ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sorted(_seen.items()))
            left = (time.monotonic() - start) / (n - done) * (len(steps) - n)
            print(f"{n}/{len(steps)} {left / 60:.1f} min left: {means}", flush=True)
            _seen.clear()
