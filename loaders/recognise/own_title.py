"""The plan whose text a document is: its title, wherever the text prints it."""

import re
from collections.abc import Iterator

from loaders.records import Mention, Segmented
from loaders.resolve.entities import is_plan_title

SHORTEST = 8  # characters: a shorter title (实施方案) is no name


def find(document: Segmented) -> Iterator[Mention]:
    """The title of a policy document that ends as plans' titles do."""
    title = document.metadata.title
    if document.metadata.genre != "policy" or title is None or len(title) < SHORTEST or not is_plan_title(title):
        return
    for match in re.finditer(re.escape(title), document.clean.text):
        yield Mention(*match.span(), "Plan", title, "own_title")
