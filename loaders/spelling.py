"""How Chinese names are spelled in letters, so that they are found without a Chinese keyboard."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

# "nqi", "高地", "2022" in "nqi高地（2022）"; no brackets or spaces
_run = re.compile(r"(?P<plain>[a-z0-9]+)|[\u3400-\u9fff]+")
_MEMORY = 1 << 16  # names whose spelling is kept


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name in pinyin without tones; letters and digits stand for themselves."""

    syllables: tuple[str, ...]
    """`shi pin an quan` of 食品安全, `nqi gao di` of NQI高地."""
    initials: str
    """`spaq`, `nqigd`."""

    @property
    def full(self) -> str:
        """All syllables in one: `shipinanquan`."""
        return "".join(self.syllables)

    def has(self, letters: str) -> bool:
        """Whether the letters stand in it from the beginning of a syllable on."""
        return any("".join(self.syllables[at:]).startswith(letters) for at in range(len(self.syllables)))

    def begun_by(self, letters: str) -> int:
        """How many syllables the letters at the beginning of `full` reach into."""
        ends = accumulate(map(len, self.syllables))
        return sum(end < len(letters) for end in ends) + 1


@lru_cache(maxsize=_MEMORY)
def spelling(name: str) -> Spelling:
    """The usual reading of a name: 重庆 is chongqing, 吕梁 lvliang. Source: the phrase table of pypinyin."""
    # Here rather than above: its tables take 0.2 s and 55 MB, which a command that spells nothing need not pay.
    from pypinyin import lazy_pinyin

    syllables: list[str] = []
    initials = ""
    for run in _run.finditer(unicodedata.normalize("NFKC", name).lower()):
        read = [run[0]] if run["plain"] else lazy_pinyin(run[0])
        syllables += read
        initials += run["plain"] or "".join(each[0] for each in read)
    return Spelling(tuple(syllables), initials)


def typed(text: str) -> str | None:
    """The letters of what may be pinyin, without tones, spaces and apostrophes; None where it holds anything else.

    `Shí pǐn ān quán`, `xi'an` and `lü` are such; `食品` and `a+b` are not.
    """
    letters = unicodedata.normalize("NFD", text.lower()).replace("u\u0308", "v")
    bare = "".join(each for each in letters if not unicodedata.combining(each) and each not in " '’-")
    return bare if re.fullmatch(r"[a-z0-9]+", bare) else None
