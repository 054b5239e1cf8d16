"""Reads a Dockerfile, as far as ours goes: stages, instructions, the exec form."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
# "  \" and the line's end, which join two lines; not "\n" spelt out inside one.
_CONTINUED = re.compile(r"\\\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Instruction:
    """`RUN pip install x`: the word, and what follows it."""

    word: str
    rest: str

    @property
    def arguments(self) -> list[str]:
        """What follows, as the exec form has it: `["zhitu", "serve"]`."""
        found = json.loads(self.rest[self.rest.index("[") :])
        assert isinstance(found, list)
        return found


Stage = list[Instruction]


def stages(text: str) -> list[Stage]:
    """The stages of a Dockerfile, each from its FROM."""
    found: list[Stage] = []
    for line in _CONTINUED.sub(" ", text).splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        word, _, rest = line.partition(" ")
        if word == "FROM":
            found.append([])
        found[-1].append(Instruction(word, rest.strip()))
    return found


def ours() -> list[Stage]:
    """Those of this repository's Dockerfile."""
    return stages((ROOT / "Dockerfile").read_text(encoding="utf-8"))


def only(stage: Stage, word: str) -> Instruction:
    """The one instruction of a stage with this word."""
    (found,) = (each for each in stage if each.word == word)
    return found
