"""What all training of a network has in common: steps that can be stopped and gone on with, and weights that ship."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import torch
from torch import nn

CHECKPOINT = "checkpoint.pt"
KEPT_EVERY = 200  # steps
TOLD_EVERY = 25  # steps

Network = TypeVar("Network", bound=nn.Module)


def descend(
    network: Network,
    groups: Sequence[tuple[Sequence[nn.Parameter], float]],
    loss: Callable[[int], Any],
    *,
    steps: int,
    warming: float,
    averaged: float,
    chance: random.Random,
    work: Path,
) -> Network:
    """Take ``steps`` steps down ``loss``, given a step's number, and return ``network`` with averaged weights.

    AdamW with one cycle of the learning rate (Smith and Topin 2018) for each of ``groups`` of parameters, ``warming``
    (share of the steps) of it rising. ``averaged`` is the decay of the moving average of the weights, a step. A
    checkpoint in ``work`` is gone on from, with ``chance`` where it was.
    """
    average = {name: value.detach().clone() for name, value in network.state_dict().items()}
    optimizer = torch.optim.AdamW([{"params": list(those), "lr": rate} for those, rate in groups], fused=True)
    rates = [rate for _, rate in groups]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, total_steps=steps, pct_start=warming)
    checkpoint, first = work / CHECKPOINT, 0
    if checkpoint.is_file():
        kept = torch.load(checkpoint, weights_only=False)
        network.load_state_dict(kept["network"])
        average, first = kept["average"], kept["step"]
        optimizer.load_state_dict(kept["optimizer"])
        schedule.load_state_dict(kept["schedule"])
        chance.setstate(kept["chance"])
        torch.set_rng_state(kept["torch"])
    started, shown = time.time(), 0.0
    network.train()
    for step in range(first, steps):
        here = loss(step)
        optimizer.zero_grad()
        here.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        decay = min(averaged, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, value in network.named_parameters():
                if value.requires_grad:
                    average[name].lerp_(value, 1 - decay)
        value = float(here.detach())
        shown = 0.97 * shown + 0.03 * value if step > first else value
        if step % TOLD_EVERY == TOLD_EVERY - 1:
            print(f"step {step + 1} of {steps}, loss {shown:.3f}, {time.time() - started:.0f} s", file=sys.stderr)
        if step % KEPT_EVERY == KEPT_EVERY - 1:
            state = {"network": network.state_dict(), "average": average, "step": step + 1}
            state |= {"optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}
            state |= {"chance": chance.getstate(), "torch": torch.get_rng_state()}
            torch.save(state, checkpoint)
    network.load_state_dict(average)
    return network.eval()


def export_int8(
    network: nn.Module,
    example: tuple[Any, ...],
    inputs: Sequence[str],
    outputs: Sequence[str],
    lengths: Mapping[str, Mapping[int, str]],
    to: Path,
    work: Path,
) -> None:
    """Write ``network`` as ONNX with int8 weights to ``to``; ``lengths`` names the axes of any length."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    torch.onnx.export(
        network,
        example,
        str(work / "float.onnx"),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes={name: dict(axes) for name, axes in lengths.items()},
        opset_version=17,
        dynamo=False,
    )
    to.parent.mkdir(parents=True, exist_ok=True)
    quantize_dynamic(work / "float.onnx", to, weight_type=QuantType.QInt8, per_channel=True)
