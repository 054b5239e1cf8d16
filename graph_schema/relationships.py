"""The relationship types. Declarations only."""

from typing import ClassVar

from graph_schema.base import CodePoint, Fact, Modality, Relationship, StatementIds, pairs
from graph_schema.nodes import (
    Agency,
    Award,
    Brand,
    Campaign,
    Document,
    Goal,
    Indicator,
    Measure,
    Organization,
    Passage,
    Person,
    Plan,
    Platform,
    Region,
    Result,
    Statement,
    Target,
)

BODIES = (Agency, Organization)
ENTITIES = (Plan, Campaign, Platform, Brand, Award, Agency, Organization, Person, Region)


class PartOf(Relationship):
    """A passage belongs to its document, a region to the one above it."""

    ends: ClassVar = ((Passage, Document), (Region, Region))


class StatedIn(Relationship):
    """Where it is said."""

    ends: ClassVar = pairs((Statement, Measure, Target, Result), (Passage,))


class Mentions(Relationship):
    """A passage names an entity; one relationship for each place."""

    ends: ClassVar = pairs((Passage,), ENTITIES)
    key: ClassVar = ("start", "end")

    start: CodePoint
    end: CodePoint
    text: str
    """As read."""
    form: str
    """The clean form of the name, from which the entity's aliases are gathered."""


class TextOf(Fact):
    """A document is the text of a plan."""

    ends: ClassVar = pairs((Document,), (Plan,))


class PublishedBy(Fact):
    """A document was published by a body."""

    ends: ClassVar = pairs((Document,), BODIES)


class IssuedBy(Fact):
    """A plan was issued by an agency."""

    ends: ClassVar = pairs((Plan,), (Agency,))


class Implements(Fact):
    """Carries out, follows or is based on."""

    ends: ClassVar = (*pairs((Measure,), (Plan, Campaign)), (Campaign, Plan), (Plan, Plan))


class Amends(Fact):
    """A plan changes an earlier one."""

    ends: ClassVar = pairs((Plan,), (Plan,))


class Repeals(Fact):
    """A plan ends an earlier one."""

    ends: ClassVar = pairs((Plan,), (Plan,))


class Succeeds(Relationship):
    """An agency took over the tasks of an earlier one by a reform; from a table."""

    ends: ClassVar = pairs((Agency,), (Agency,))


class Serves(Fact):
    """Serves a goal."""

    ends: ClassVar = pairs((Measure, Campaign, Plan), (Goal,))


class Broader(Relationship):
    """A goal belongs under a broader one; from the taxonomy."""

    ends: ClassVar = pairs((Goal,), (Goal,))


class Leads(Fact):
    """Leads or answers for."""

    ends: ClassVar = pairs(BODIES, (Plan, Campaign, Measure, Platform))
    sparse: ClassVar = "end"


class ParticipatesIn(Fact):
    """Takes part in, without leading."""

    ends: ClassVar = pairs(BODIES, (Plan, Campaign, Measure, Platform))
    sparse: ClassVar = "end"


class MeasuredBy(Relationship):
    """A goal is measured by an indicator: by the indicator table (no statements), else by the indicator's passage."""

    ends: ClassVar = pairs((Goal,), (Indicator,))
    sparse: ClassVar = "end"

    statements: StatementIds = ()
    quote: str | None = None
    modality: Modality | None = None


class Sets(Fact):
    """Sets a target."""

    ends: ClassVar = pairs((Plan, Document), (Target,))
    sparse: ClassVar = "end"


class Reports(Fact):
    """Reports a result."""

    ends: ClassVar = pairs((Document,), (Result,))
    sparse: ClassVar = "end"


class Of(Fact):
    """A value is one of an indicator."""

    ends: ClassVar = pairs((Target, Result), (Indicator,))


class AppliesTo(Fact):
    """Holds for a region."""

    ends: ClassVar = pairs((Document, Plan, Measure, Target, Result, Campaign, Brand, Platform), (Region,))


class Uses(Fact):
    """A measure names a brand, platform or campaign that it works with."""

    ends: ClassVar = pairs((Measure,), (Brand, Platform, Campaign))


class Operates(Fact):
    """Builds, runs or relies on a platform."""

    ends: ClassVar = pairs(BODIES, (Platform,))
    sparse: ClassVar = "end"


class Promotes(Fact):
    """Builds up or advertises a brand."""

    ends: ClassVar = pairs((Agency, Region), (Brand,))
    sparse: ClassVar = "end"


class Recognises(Fact):
    """Two brands recognise each other; kept once, from the smaller id to the larger."""

    ends: ClassVar = pairs((Brand,), (Brand,))


class Received(Fact):
    """Was given an award or status, or (planned) applies for it."""

    ends: ClassVar = pairs((*BODIES, Region), (Award,))
    sparse: ClassVar = "end"


class HoldsPost(Fact):
    """A person holds a post in a body."""

    ends: ClassVar = pairs((Person,), BODIES)

    title: str | None = None
    """The post as printed."""


class BasedIn(Fact):
    """A body has its seat in a region, by the document's own words."""

    ends: ClassVar = pairs(BODIES, (Region,))
