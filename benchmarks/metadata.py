"""How well passages and metadata agree with the gold: a table, held-out documents in a column of their own.

Usage: python -m benchmarks.metadata [FOLDER ...] [--misses]; without a folder, the shared material. `--misses` lists
what differs in the documents that may be opened.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from loaders.normalise import normalise
from loaders.records import Metadata, RawDocument, Segmented
from loaders.segment import segment
from training.align import name_key
from training.document_region import same_region
from training.gold import AnnotatedText, read_annotated
from training.split import held_out

FIELDS = ("title", "publisher", "published_on", "doc_number", "region", "period")
OVERLAP = 0.6  # of the shorter text: what the scorer asks of a measure
OPEN, HELD = "open", "held out"


def same_name(found: str | None, gold: str | None) -> bool:
    """Whether both are absent or equal but for width, marks and spaces."""
    return name_key(found or "") == name_key(gold or "")


SAME: dict[str, Callable[[str | None, str | None], bool]] = dict.fromkeys(FIELDS, same_name)
SAME["region"] = same_region


def read(annotated: AnnotatedText) -> Segmented:
    """The document as the line reads it."""
    raw = RawDocument(annotated.stem, annotated.path.name, annotated.raw, "", "text/plain")
    return segment(raw, normalise(annotated.raw))


def measure_rows(document: Segmented, annotated: AnnotatedText) -> Iterator[tuple[str, bool, str]]:
    """Each measure of the gold: whether one passage is exactly it, and whether one overlaps it enough."""
    keys = {name_key(passage.text) for passage in document.passages}
    for measure in annotated.gold.measures:
        quote = name_key(measure.quote.replace("**", ""))
        yield "measure is a passage", quote in keys, measure.quote
        near = any(quote in key or key in quote for key in keys if len(key) >= OVERLAP * len(quote))
        yield "measure nearly is", quote in keys or near, measure.quote


def field_rows(metadata: Metadata, annotated: AnnotatedText) -> Iterator[tuple[str, bool, str]]:
    """Each field of the head: whether it agrees with the gold."""
    for field in FIELDS:
        found, gold = getattr(metadata, field), getattr(annotated.gold.document, field)
        right = SAME[field](found, gold)
        yield field, right, f"{found} for {gold}"
        if gold is not None:
            yield f"{field}, where stated", right, ""
    for _ in annotated.gold.indicators:
        yield "region, by indicators", SAME["region"](metadata.region, annotated.gold.document.region), ""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    texts = read_annotated(arguments.folders)
    held = held_out(text.stem for text in texts)
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for annotated in texts:
        part = HELD if annotated.stem in held else OPEN
        document = read(annotated)
        for row, is_right, shown in (
            *measure_rows(document, annotated),
            *field_rows(document.metadata, annotated),
        ):
            total[row, part] += 1
            right[row, part] += is_right
            if arguments.misses and part == OPEN and not is_right and shown:
                print(f"{annotated.stem}\t{row}\t{shown}")
    print(f"{'':28}{OPEN:>16}{HELD:>16}")
    for row in dict.fromkeys(row for row, _ in total):
        cells = (
            f"{100 * right[row, part] / max(1, total[row, part]):.1f} of {total[row, part]}" for part in (OPEN, HELD)
        )
        print(f"{row:28}" + "".join(f"{cell:>16}" for cell in cells))


if __name__ == "__main__":
    main()
