"""Extract all unlabelled texts in one process and show that memory stays flat.

usage: python -m benchmarks.memory [--texts N] [--step N]

Texts are those of the shared unlabelled material, else the examples. Memory is the most that the process ever held (the
peak resident set): a process that keeps something of each text climbs without end.
"""

import argparse
import resource
import sys
from collections.abc import Iterable, Iterator

from benchmarks.extraction import shared_folder
from benchmarks.speed import line, texts

ALL = 10_000  # more than there are
PEAK_UNIT = 1024 if sys.platform == "linux" else 1  # getrusage counts kilobytes there, bytes on macOS


def peaks(sample: Iterable[str], step: int) -> Iterator[tuple[int, int, float]]:
    """After every `step` texts and the last: texts, characters, and the peak in megabytes."""
    count = characters = 0
    for text in sample:
        line(text)
        count, characters = count + 1, characters + len(text)
        if count % step == 0:
            yield count, characters, _peak()
    yield count, characters, _peak()


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT / 1e6


def main() -> None:
    """Print a row for every step."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--texts", type=int, default=ALL)
    parser.add_argument("--step", type=int, default=1000)
    args = parser.parse_args()
    print("| texts | characters | peak, MB |\n| --- | --- | --- |")
    for count, characters, peak in peaks(texts(shared_folder(), args.texts), args.step):
        print(f"| {count:,} | {characters:,} | {peak:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
