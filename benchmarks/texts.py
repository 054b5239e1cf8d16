"""The unlabelled texts as files: each line of JSON written to one, in a folder of the benchmark's own."""

import gzip
import json
from itertools import islice
from pathlib import Path

from benchmarks.extraction import shared_folder

FILES = ("news", "reports")
WHOLE = 6690  # texts there are, about: a share of them keeps the mixture of short and long


def write_texts(folder: Path, most: int | None = None) -> Path:
    """Write up to `most` texts below a folder, short and long in the same mixture; the folder they are in.

    Raises SystemExit where the shared material is not there.
    """
    texts = folder / "texts"
    texts.mkdir()
    for name in FILES:
        source = shared_folder() / "unlabelled" / f"{name}.jsonl.gz"
        if not source.exists():
            raise SystemExit(f"{source}: not there; set ZHITU_SHARED to the folder of shared material")
        with gzip.open(source, "rt", encoding="utf-8") as lines:
            total = 6000 if name == "news" else WHOLE - 6000
            wanted = None if most is None else max(1, round(most * total / WHOLE))
            for number, line in enumerate(islice(lines, wanted)):
                (texts / f"{name}-{number:05}.txt").write_text(json.loads(line)["text"], encoding="utf-8", newline="")
    return texts
