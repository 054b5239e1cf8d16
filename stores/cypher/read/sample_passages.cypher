// The words of some passages, as many as `limit`: which ones does not matter.
MATCH (p:Passage)
RETURN p.clean AS clean
LIMIT $limit
