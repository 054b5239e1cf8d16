"""Annotated texts: where they lie, what a gold file holds, and where in the text its names stand.

A folder of annotated texts holds `NAME.txt` with `NAME.json` beside it. The shared material has three such folders
(`train`, `dev`, and `corpus` with its gold in `gold`); any other folder of that form is read the same way.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from graph_schema.errors import GraphError
from loaders.normalise import normalise

SHARED = "ZHITU_SHARED"  # the setting that names the folder of the shared material
DEFAULT_SHARED = "../shared"


class GoldError(GraphError):
    """Annotated material is absent or does not have the form of the guidelines."""


class GoldRow(BaseModel):
    """A row of a gold file; an optional row is neither right nor wrong, and no example either way."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    optional: bool = False


class GoldNode(GoldRow):
    """A named entity, marked once per document."""

    label: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None


class GoldRelationship(GoldRow):
    """A relationship between two nodes, by their names."""

    type: str
    source: str
    target: str
    properties: dict[str, Any] = {}
    quote: str


class GoldIndicator(GoldRow):
    """A number that measures quality work; `value` is a number or [low, high]."""

    indicator: str
    kind: str
    comparator: str
    value: float | tuple[float, float]
    unit: str | None
    period: str | None
    region: str | None
    quote: str


class GoldMeasure(GoldRow):
    """A clause that states an action, with the ids of the goals it serves."""

    quote: str
    goals: tuple[str, ...]
    status: str
    goals_optional: tuple[str, ...] = ()


class GoldHead(BaseModel):
    """What the document says of itself; None where it does not."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str | None
    publisher: str | None
    published_on: str | None
    doc_number: str | None
    region: str | None
    period: str | None


class Gold(BaseModel):
    """A gold file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: GoldHead
    nodes: tuple[GoldNode, ...]
    relationships: tuple[GoldRelationship, ...]
    indicators: tuple[GoldIndicator, ...]
    measures: tuple[GoldMeasure, ...]


@dataclass(frozen=True)
class AnnotatedText:
    """A document with its gold; `raw` is the text as read, `text` the clean Simplified text that gold quotes."""

    stem: str
    path: Path
    raw: str
    text: str
    gold: Gold


def clean(raw: str) -> str:
    """The clean text that the loaders work on, and gold quotes."""
    return normalise(raw).text


def shared_folder() -> Path:
    """The folder of the shared material, by the setting ZHITU_SHARED; it need not exist."""
    return Path(os.environ.get(SHARED, DEFAULT_SHARED))


def read_folder(texts: Path, golds: Path | None = None) -> Iterator[AnnotatedText]:
    """Read the annotated texts of a folder, by name.

    `golds` is the folder of the gold files where it is another one. A gold file without text, a text that is not
    UTF-8 and a gold file that breaks the guidelines' form raise GoldError.
    """
    for gold_path in sorted((golds or texts).glob("*.json")):
        path = texts / f"{gold_path.stem}.txt"
        if not path.is_file():
            raise GoldError(f"{gold_path}: there is no {path} that it could annotate")
        try:
            gold = Gold.model_validate_json(gold_path.read_bytes())
        except ValidationError as error:
            raise GoldError(f"{gold_path}: not in the form of the annotation guidelines: {error}") from error
        raw = path.read_bytes().decode("utf-8-sig")
        yield AnnotatedText(gold_path.stem, path, raw, clean(raw), gold)


def read_shared(shared: Path | None = None) -> list[AnnotatedText]:
    """Every annotated text of the shared material, by stem; GoldError where there is none."""
    folder = shared or shared_folder()
    texts = [
        *read_folder(folder / "train"),
        *read_folder(folder / "dev"),
        *read_folder(folder / "corpus", folder / "gold"),
    ]
    if not texts:
        raise GoldError(f"{folder}: no annotated texts; set {SHARED} to the folder that holds train, dev and corpus")
    return sorted(texts, key=lambda annotated: annotated.stem)


def read_annotated(folders: Iterable[Path]) -> list[AnnotatedText]:
    """The annotated texts of some folders, or of the shared material where none is named."""
    named = list(folders)
    return [text for folder in named for text in read_folder(folder)] if named else read_shared()
