"""Which of the two languages a caller reads."""

from typing import Literal, Protocol, get_args

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Bilingual(Protocol):
    """The same words in both languages."""

    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...


def pick(text: Bilingual, language: Language) -> str:
    """The words in one language."""
    return text.zh if language == "zh" else text.en


def both(text: Bilingual) -> dict[str, str]:
    """The words in both languages, as JSON data."""
    return {"zh": text.zh, "en": text.en}


def accepted(header: str | None) -> Language | None:
    """The language that an Accept-Language header prefers; None where it names neither.

    Source: RFC 9110, section 12.5.4. Where two weigh the same, the one named first is taken.
    """
    weighed: list[tuple[float, Language]] = []
    for part in (header or "").split(","):
        tag, _, weight = part.partition(";")
        primary = tag.strip().lower().partition("-")[0]
        language = next((known for known in LANGUAGES if known == primary), None)
        if language is not None:
            weighed.append((_quality(weight), language))
    best = max(weighed, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] > 0 else None


def of_locale(locale: str | None) -> Language:
    """The language of a POSIX locale such as `zh_CN.UTF-8`; en for any other."""
    return "zh" if (locale or "").lower().startswith("zh") else "en"


def _quality(weight: str) -> float:
    """The q of `;q=0.8`; 1 where there is none, 0 where it is no number."""
    name, _, value = weight.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
