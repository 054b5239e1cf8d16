"""The unlabelled texts, clean."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from training.gold import clean, shared_folder

CLEAN = "unlabelled.jsonl.gz"


def unlabelled_texts(cache: Path) -> Iterator[str]:
    """Each unlabelled text, clean, in a fixed order: news first, then work reports under their titles.

    Cleaning takes minutes; the clean texts are kept in the cache folder.
    """
    kept = cache / CLEAN
    if not kept.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        with gzip.open(kept, "wt", encoding="utf-8", compresslevel=3) as lines:
            lines.writelines(json.dumps(clean(raw), ensure_ascii=False) + "\n" for raw in _raw_texts())
    with gzip.open(kept, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _raw_texts() -> Iterator[str]:
    folder = shared_folder() / "unlabelled"
    for name in ("news.jsonl.gz", "reports.jsonl.gz"):
        with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield f"{row['title']}\n{row['text']}" if "title" in row else row["text"]
