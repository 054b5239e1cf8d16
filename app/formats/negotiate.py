"""Which of the formats on offer a caller gets."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.errors import NotAcceptable
from app.formats.content import Content


@dataclass(frozen=True, slots=True)
class Format:
    """A form an answer can take. `write` is None for the JSON envelope, which holds more than the rows."""

    name: str
    media_type: str
    write: Callable[[Content], Iterator[bytes]] | None = None
    extension: str = ""
    is_flat: bool = False
    """A cell holds words, nothing with parts."""
    is_picture: bool = False
    """It is looked at where it is, rather than saved."""

    @property
    def is_stream(self) -> bool:
        """Whether it is written row by row."""
        return self.write is not None


def choose(offered: Sequence[Format], asked: str | None, accept: str | None) -> Format:
    """The format a caller asked for by name, else the offered one that Accept weighs most, else the first.

    A browser, which names HTML besides `*/*`, gets the first. Raises NotAcceptable, naming the choices.
    Source: RFC 9110, section 12.5.1.
    """
    if asked is not None:
        return next((each for each in offered if each.name == asked), None) or _refuse(asked, offered)
    ranges = list(_ranges(accept or "*/*"))
    best = max(offered, key=lambda each: _weight(each.media_type, ranges))
    return best if _weight(best.media_type, ranges) > 0 else _refuse(accept or "", offered)


def _refuse(asked: str, offered: Sequence[Format]) -> Format:
    raise NotAcceptable(asked, [each.name for each in offered])


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    """The media ranges of an Accept header, each with its weight."""
    for part in accept.split(","):
        kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = next((each[2:] for each in parameters if each.startswith("q=")), "1")
        try:
            yield kind, float(weight)
        except ValueError:
            yield kind, 0.0


def _weight(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The weight of the most specific range that covers a media type; 0 where none does."""
    essence = media_type.partition(";")[0]
    for wanted in (essence, f"{essence.partition('/')[0]}/*", "*/*"):
        weights = [weight for kind, weight in ranges if kind == wanted]
        if weights:
            return max(weights)
    return 0.0
