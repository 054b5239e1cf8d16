"""Score taggers of names on annotated texts that they did not see, as the scorer of the guidelines does.

Usage: python -m training.names_score MODEL[:FOLD]...
A name that the tagger marks several times in a text counts once by label. With `merged`, further names for a node that
is already found are left out of account: telling that two names mean one node is the resolver's work, not the tagger's.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from loaders.models.tagger import Tagger, load_tagger
from training.align import name_key
from training.gold import AnnotatedText, GoldNode, read_shared
from training.names_data import INNER, OUTER
from training.split import fold_of

LABELS = (*OUTER, *INNER)


def count(nodes: Iterable[GoldNode], names: set[str], merged: bool) -> tuple[int, int, int]:
    """Hits, predictions and gold rows of one label in one text; optional rows count in none of them."""
    hits = gold = spare = 0
    for node in nodes:
        keys = {name_key(name) for name in (node.name, *node.aliases)}
        found = len(keys & names)
        gold += not node.optional
        hits += bool(found) and not node.optional
        spare += (found if node.optional else max(found - 1, 0)) if merged else (node.optional and found > 0)
    return hits, len(names) - spare, gold


def tally(tagger: Tagger, texts: Iterable[AnnotatedText], merged: bool) -> dict[str, Counter[str]]:
    """Hits, predictions and gold rows by label."""
    tallies: dict[str, Counter[str]] = {label: Counter() for label in LABELS}
    for text in texts:
        spans = tagger.tag(text.text)
        for label in LABELS:
            names = {name_key(text.text[s.start : s.end]) for s in spans if s.label == label} - {""}
            nodes = [node for node in text.gold.nodes if node.label == label]
            row = count(nodes, names, merged)
            tallies[label].update(dict(zip(("hit", "predicted", "gold"), row, strict=True)))
    return tallies


def line(name: str, row: Counter[str]) -> str:
    """One line of the table: precision, recall and F1 as per cent."""
    precision = row["hit"] / max(row["predicted"], 1)
    recall = row["hit"] / max(row["gold"], 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    shares = "".join(f"{100 * share:7.1f}" for share in (precision, recall, f1))
    return f"{name:14}{shares}{row['hit']:6}{row['predicted']:6}{row['gold']:6}"


def main(models: list[str]) -> None:
    """Score each model on the texts of its fold, pooled."""
    texts = read_shared()
    for merged in (True, False):
        pooled: dict[str, Counter[str]] = {label: Counter() for label in LABELS}
        for model in models:
            path, _, fold = model.partition(":")
            seen = [text for text in texts if not fold or fold_of(text.stem) == int(fold)]
            for label, row in tally(load_tagger(Path(path)), seen, merged).items():
                pooled[label].update(row)
        total = sum(pooled.values(), Counter())
        for label in LABELS if merged else ():
            print(line(label, pooled[label]))
        print(line("all, merged" if merged else "all", total))


if __name__ == "__main__":
    main(sys.argv[1:])
