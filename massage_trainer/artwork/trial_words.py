"""What can be said to ``artwork try``; reading it needs nothing of what the trial itself needs."""

from __future__ import annotations

import argparse
from pathlib import Path

from massage_trainer.domain.plate import ClientBody

QUALITIES = ("draft", "still")


def add_trial_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("scene", metavar="SCENE")
    command.add_argument("out", type=Path, metavar="OUTDIR")
    command.add_argument("--client", choices=[c.value for c in ClientBody], default="man")
    command.add_argument("--frames", default="", help="only these key frames, with commas")
    command.add_argument("--camera", default="", help="wide, close, own; with commas (all)")
    command.add_argument("--quality", choices=QUALITIES, default="draft")
    command.add_argument("--all-between", action="store_true", help="tell of half-way blends too")
    command.add_argument("--between", action="store_true", help="draw the steps between too")
    command.add_argument("--no-pictures", action="store_true", help="only solve and measure")
