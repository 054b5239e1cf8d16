"""What the API tells of its queries: the list, one contract, the values of a parameter."""

from typing import Any

from app.models import GraphState, View


class QuerySummary(View):
    """A query of the catalogue at a glance."""

    id: str
    version: int
    status: str
    title: str
    description: str
    ask: list[str]
    """Questions that it answers; `{goal}` stands for the parameter of that name."""
    tags: list[str]
    shape: str
    url: str


class TagInfo(View):
    """A word that queries are filed under."""

    tag: str
    label: str
    queries: int


class QueryList(View):
    """The catalogue."""

    data: list[QuerySummary]
    tags: list[TagInfo]


class ChoiceView(View):
    """One value that a parameter takes."""

    value: str
    """What to send."""
    label: str
    """In the language of the answer where it has a name in it."""
    label_zh: str
    label_en: str | None
    aliases: list[str]
    pinyin: str
    """How `label_zh` is read, without tones: `shi pin an quan`."""
    initials: str
    """Of its syllables: `spaq`."""
    count: int | None
    """How much of the graph it stands for; `counted` says what is counted."""
    match: str | None
    """How it is like `q`: exact, pinyin, initials, prefix, pinyin_prefix, contains, pinyin_contains or alike."""


class ChoicesView(View):
    """The values of a parameter: like `q` the best first, without it the most counted first."""

    data: list[ChoiceView]
    counted: str | None
    """What `count` is the number of."""
    truncated: bool
    """Whether there are more values than these."""
    graph: GraphState


class QueryView(View):
    """A query's whole contract, in both languages, and its Cypher."""

    id: str
    hash: str
    header: dict[str, Any]
    values: dict[str, str]
    """Where the values of a parameter are listed, for those parameters whose values can be."""
    cypher: str
