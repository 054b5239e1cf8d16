"""The frozen records handed from stage to stage.

Two texts run through the line. The *text as read* is what evidence points into; the *clean text* (Simplified, no
glosses, no damage) is what every stage from segment on reads. Offsets are code points, 0-based, `end` exclusive, and
count in the clean text unless a docstring says otherwise.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Literal

Modality = Literal["done", "required", "planned", "encouraged"]
Severity = Literal["info", "warning", "error"]
PassageKind = Literal["title", "heading", "body", "imprint", "furniture"]


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a stage noticed: what was damaged, rejected, unresolved or left out, and why.

    `code` is stable and kebab-case; `start` and `end` are offsets into the text as read, where the issue has a place.
    """

    code: str
    message: str
    severity: Severity = "warning"
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One document as it was read: its text, and where it came from."""

    source: str
    path: str
    text: str
    sha256: str
    media_type: str
    encoding: str | None = None
    stated: "StatedMetadata" = field(default_factory=lambda: StatedMetadata())
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadableDocument:
    """A file that could not be read as a document, and why; `source` is what its source would have been."""

    path: str
    source: str
    issue: Issue


@dataclass(frozen=True, slots=True)
class StatedMetadata:
    """What a `sources.csv` or the file's own format says of a document; it wins over what the text shows."""

    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published_on: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class CleanText:
    """The clean text with the way back: `origin[i]` is the offset in the text as read of clean character `i`.

    `origin` has one entry more than `text`; it never decreases. `ends[i]` is where, in the text as read, the characters
    that clean character `i` stands for end, so that a gloss belongs to the character it glosses.
    """

    text: str
    origin: tuple[int, ...]
    ends: tuple[int, ...]
    damaged: tuple[tuple[int, int], ...] = ()
    issues: tuple[Issue, ...] = ()

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The slice of the text as read that clean characters `start` to `end` stand for."""
        return (self.origin[start], self.ends[end - 1] if end > start else self.origin[start])


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, `；`-clause or heading. The passages of a document cover its clean text without gap or overlap.

    `start` and `end` include the closing mark and following white space; `text_start` and `text_end` bound the words
    themselves, without closing mark and surrounding white space. `section` holds the headings above it, outermost
    first.
    """

    order: int
    start: int
    end: int
    text_start: int
    text_end: int
    kind: PassageKind
    section: tuple[str, ...]
    text: str
    """The clean words: `clean[text_start:text_end]`."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the text shows of itself. Each is None where the document does not state it.

    `region` is the full name of the division the document is about (`吉林省`, `中国`); `published_on` is an ISO date;
    `year` is the reporting year that bare months and `去年` count from; `genre` steers the reading of periods.
    """

    title: str | None = None
    publisher: str | None = None
    published_on: str | None = None
    doc_number: str | None = None
    region: str | None = None
    period: str | None = None
    year: int | None = None
    genre: Literal["report", "news", "policy", "bulletin"] = "news"


_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Segmented:
    """A document cut into passages, with what its head and foot say of it."""

    raw: RawDocument
    clean: CleanText
    metadata: Metadata
    passages: tuple[Passage, ...]
    issues: tuple[Issue, ...] = ()

    def passage_at(self, offset: int) -> Passage:
        """The passage that covers a clean offset."""
        return self.passages[bisect_right(self.passages, offset, key=_START) - 1]


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name as one passage prints it: `clean.text[start:end] == text`.

    `full` is the full form where the mention is a short one and the document or a grammar makes it plain
    (`省市场监管厅` → `吉林省市场监督管理厅`); `score` is 1 for exact knowledge, else the tagger's confidence.
    """

    start: int
    end: int
    label: str
    text: str
    extractor: str
    full: str | None = None
    kind: str | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number that measures quality work, with everything read off its surroundings.

    `start` and `end` bound the number with its unit in the clean text. `value` is scaled out of 万 and 亿;
    `value_high` is set for ranges. `period` is `2022`, `2020-2022` or `2019-01/2019-10`; None where nothing tells.
    """

    start: int
    end: int
    kind: Literal["target", "result"]
    indicator: str
    comparator: str
    value: float
    unit: str
    value_high: float | None = None
    period: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class MeasureClaim:
    """A passage that states an action for quality; `goals` are concept ids, the most certain first."""

    passage: int
    goals: tuple[str, ...]
    modality: Modality


@dataclass(frozen=True, slots=True)
class Entity:
    """What the mentions of one thing in one document come to: a graph node, its identity already decided.

    `name` is the form to show, `forms` are all clean forms the document gives it, the name among them.
    """

    id: str
    label: str
    name: str
    core_name: str
    forms: frozenset[str]
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Declared:
    """A count that the text states of itself (29项举措) beside what was found under it."""

    words: str
    stated: int
    found: int


@dataclass(frozen=True, slots=True)
class Kept:
    """The entity that another one is, by a person's judgement."""

    id: str
    core_name: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which entity each mention of a document is: `of[i]` for mention `i`, None where two candidates remained.

    `form[i]` is the clean form under which the name holds outside its document: 吉林省市场监管厅 where 省市场监管厅 is
    printed. `region` is the division the document is about, `plan` the plan it is the text of, `publisher` the body
    that published it; each None where the document does not tell.
    """

    of: tuple[Entity | None, ...]
    form: tuple[str, ...]
    region: Entity | None = None
    plan: Entity | None = None
    publisher: Entity | None = None
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A fact between two entities (or a measure and an entity) that one passage states.

    `start` and `end` bound the quote in the clean text.
    """

    type: str
    subject: "End"
    object: "End"
    passage: int
    start: int
    end: int
    modality: Modality = "done"
    title: str | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class MentionEnd:
    """An end that is a mention, by its index in the document's list of mentions."""

    index: int


@dataclass(frozen=True, slots=True)
class RegionEnd:
    """An end that is the document's own region."""


@dataclass(frozen=True, slots=True)
class MeasureEnd:
    """An end that is the measure stated by a passage, by the passage's order."""

    passage: int


@dataclass(frozen=True, slots=True)
class GoalEnd:
    """An end that is a concept of the goal taxonomy."""

    goal: str


End = MentionEnd | RegionEnd | MeasureEnd | GoalEnd
