"""Learn every model: five times, each without one fold, so that models score only documents they did not see, or once
from all documents, as they ship.

usage: python -m training.folds OUT CACHE [--only NAME ...] [--folds K ...] [--all]

OUT gets `fold0` to `fold4`, with --all `all`, and `teachers` beside them; CACHE holds what `training.vectors` wrote
and, from `training.names_pretrain`, `body.npz`. What is there is kept.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.split import FOLDS

# In this order: goals are learned on top of measures, relations also on the names that the taggers of all folds find.
MODELS = ("names", "measures", "goals", "quantities", "relations")

# How the tagger is taught, from the body that `training.names_pretrain` wrote: two by the annotated texts alone, then
# their pupil by these texts and by what the two find in others.
TEACHERS = ("1", "2")  # seeds
TEACHER = ("--rounds", "13", "--rate", "1.2e-3")
PUPIL = ("--rounds", "8", "--rate", "1.2e-3", "--seed", "3", "--characters", "1200000")


@dataclass(frozen=True)
class Place:
    """What one set of models is learned without (None: nothing), and the folders of all sets and of the vectors."""

    fold: int | None
    out: Path
    cache: Path

    @property
    def name(self) -> str:
        """The name of the set's folder."""
        return "all" if self.fold is None else f"fold{self.fold}"


def learn(name: str, place: Place) -> None:
    """Learn one model, unless it is there."""
    options: list[str] = []
    if name == "names":
        teachers = list(_teachers(place))
        options = [*_taught(place), *PUPIL, "--teachers", *(str(folder / "names.npz") for folder in teachers)]
    if name == "relations":
        options = ["--names", str(place.out)]
    _run(name, place, place.out / place.name, options)


def _teachers(place: Place) -> Iterator[Path]:
    for seed in TEACHERS:
        folder = place.out / "teachers" / f"{place.name}-{seed}"
        _run("names", place, folder, [*_taught(place), *TEACHER, "--seed", seed])
        yield folder


def _taught(place: Place) -> list[str]:
    return [str(place.cache), "--start", str(place.cache / "body.npz")]


def _run(name: str, place: Place, folder: Path, options: list[str]) -> None:
    """Run one learning script, unless its model is there."""
    if (folder / f"{name}.npz").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    without = [] if place.fold is None else ["--exclude-fold", str(place.fold)]
    command = [sys.executable, "-m", f"training.{name}", *options, *without, "--out", str(folder)]
    print(" ".join(command[2:]), file=sys.stderr, flush=True)
    subprocess.run(command, check=True)  # noqa: S603 - our own scripts with our own arguments


def main() -> None:
    """Read the command line and learn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--only", nargs="*", choices=MODELS, default=MODELS)
    parser.add_argument("--folds", nargs="*", type=int, choices=range(FOLDS), default=range(FOLDS))
    parser.add_argument("--all", action="store_true", help="also once from all documents, on top of the folds' taggers")
    args = parser.parse_args()
    for name in args.only:
        for fold in [*args.folds, *([None] if args.all else [])]:
            learn(name, Place(fold, args.out, args.cache))


if __name__ == "__main__":
    main()
