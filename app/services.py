"""What routes work with: settings, the graph, the catalogue."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Annotated

from fastapi import Depends, Request

from app.ask.asker import Asker
from app.language import LANGUAGES, Language, accepted
from app.models import GraphCounts
from app.observing.metrics import Metrics
from app.queries.catalogue import Catalogue
from app.queries.choices import ChoiceLists
from app.queries.references import References, StoreResolver
from app.reads.counts import counts
from app.settings import AppSettings
from stores.records import GraphVersion
from stores.store import Store


@dataclass(frozen=True)
class Services:
    """Built once by `create_app`."""

    settings: AppSettings
    store: Store
    catalogue: Catalogue

    @cached_property
    def metrics(self) -> Metrics:
        """What is counted."""
        return Metrics(self.store)

    @cached_property
    def choices(self) -> ChoiceLists:
        """The values of parameters."""
        return ChoiceLists(self.store, self.catalogue)

    @cached_property
    def references(self) -> References:
        """The nodes that callers mean."""
        return References(self.store)

    @cached_property
    def asker(self) -> Asker:
        """Finds the query that a question means."""
        return Asker(self.catalogue, self.choices, StoreResolver(self.store))

    @cached_property
    def counts(self) -> Callable[[GraphVersion], GraphCounts]:
        """How much the graph holds in one of its states; counted once for a state."""
        return lru_cache(maxsize=1)(partial(counts, self.store))


def services_of(request: Request) -> Services:
    """The services of the application that a request came to."""
    services = request.app.state.services
    assert isinstance(services, Services)
    return services


def language_of(request: Request) -> Language:
    """The language to answer in: `lang`, else Accept-Language, else the setting, else zh."""
    asked = request.query_params.get("lang")
    named = next((known for known in LANGUAGES if known == asked), None)
    return named or accepted(request.headers.get("accept-language")) or services_of(request).settings.lang or "zh"


async def _services(request: Request) -> Services:
    return services_of(request)


async def _language(request: Request) -> Language:
    return language_of(request)


# Coroutines: for a plain function FastAPI would go to a thread and back.
Given = Annotated[Services, Depends(_services)]
Reading = Annotated[Language, Depends(_language)]
