// `Node` stands for a label.
MATCH (n:Node)
RETURN count(n) AS count
