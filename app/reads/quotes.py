"""Many statements at once, each at its words."""

from collections.abc import Iterable

from app.models import QuoteView
from app.reads.fixed_read import rows
from stores.store import Store

_BATCH = 1000  # statements a read


def quotes(store: Store, ids: Iterable[str]) -> dict[str, QuoteView]:
    """The statements with these ids, in the order given; an id that nothing has is left out."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, QuoteView] = {}
    for start in range(0, len(wanted), _BATCH):
        read = rows(store, "quotes", {"ids": wanted[start : start + _BATCH]})
        found.update((row["statement"], QuoteView.model_validate(row)) for row in read)
    return {each: found[each] for each in wanted if each in found}
