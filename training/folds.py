"""Learn every model five times, each without one fold, so that models score only documents they did not see.

usage: python -m training.folds OUT CACHE [--only NAME ...] [--folds K ...]

OUT gets `fold0` to `fold4`; CACHE holds what `training.vectors` wrote and, from
`training.names_pretrain`, `body.npz`. What is there is kept.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from training.split import FOLDS

# In this order: goals are learned on top of measures, relations also on the names that the taggers of all folds find.
MODELS = ("names", "measures", "goals", "quantities", "relations")


# How the shipped tagger is taught, from the body that `training.names_pretrain` wrote.
RECIPE = ("--rounds", "13", "--rate", "1.2e-3")


def learn(name: str, fold: int, out: Path, cache: Path) -> None:
    """Run one learning script without one fold, unless its model is there."""
    if (out / f"{name}.npz").exists():
        return
    taught = [str(cache), "--start", str(cache / "body.npz"), *RECIPE]
    special = {"names": taught, "relations": ["--names", str(out.parent)]}.get(name, [])
    command = [sys.executable, "-m", f"training.{name}", *special, "--exclude-fold", str(fold), "--out", str(out)]
    print(" ".join(command[2:]), file=sys.stderr, flush=True)
    subprocess.run(command, check=True)  # noqa: S603 - our own scripts with our own arguments


def main() -> None:
    """Read the command line and learn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--only", nargs="*", choices=MODELS, default=MODELS)
    parser.add_argument("--folds", nargs="*", type=int, default=range(FOLDS))
    args = parser.parse_args()
    for name in args.only:
        for fold in args.folds:
            folder = args.out / f"fold{fold}"
            folder.mkdir(parents=True, exist_ok=True)
            learn(name, fold, folder, args.cache)


if __name__ == "__main__":
    main()
