"""Bookmarks keep a read behind the writes before it, where servers follow a leader."""

import neo4j
from neo4j.api import BookmarkManager

from stores.fixed import fixed


def catch_up(bookmarks: BookmarkManager, leader: neo4j.Session) -> None:
    """Take where the leader stands in place of what was seen before.

    Whoever waits for that waits for all that the graph holds, and for nothing that it lost when an older copy of it was
    put in its place. What others see meanwhile stays.
    """
    seen = bookmarks.get_bookmarks()
    leader.execute_write(lambda transaction: transaction.run(fixed("version")).consume())
    bookmarks.update_bookmarks(seen, leader.last_bookmarks().raw_values)
