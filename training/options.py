"""The options that the learning scripts share."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from loaders.models.folder import SHIPPED
from training.split import FOLDS


@dataclass(frozen=True)
class Options:
    """What to learn from and where to write; `exclude_fold` is left out, to be scored.

    `names` is a folder of taggers by fold, for what is learned on the names that they find.
    """

    folders: tuple[Path, ...]
    exclude_fold: int | None
    out: Path
    names: Path | None = None


def read_options(description: str | None, *, with_names: bool = False) -> Options:
    """Read the options from the command line."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "folders", nargs="*", type=Path, help="folders of annotated texts; default: the shared material"
    )
    parser.add_argument("--exclude-fold", type=int, choices=range(FOLDS), help="the fold that is not learned from")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="the folder of the models; default: the shipped one")
    if with_names:
        parser.add_argument("--names", type=Path, help="a folder of taggers, fold0 to fold4, whose names to learn from")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    return Options(tuple(given.folders), given.exclude_fold, given.out, getattr(given, "names", None))
