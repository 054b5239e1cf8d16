"""The unlabelled texts: clean, and cut into words."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from training.gold import clean, shared_folder


def unlabelled_texts(shared: Path | None = None) -> Iterator[str]:
    """Each unlabelled text, clean, in a fixed order: news first, then work reports under their titles."""
    folder = (shared or shared_folder()) / "unlabelled"
    for name in ("news.jsonl.gz", "reports.jsonl.gz"):
        with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield clean(f"{row['title']}\n{row['text']}" if "title" in row else row["text"])
