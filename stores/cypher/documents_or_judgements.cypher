// What a load or a decision has put into the graph: one of it is enough to tell that there is something to lose.
MATCH (n:Document)
RETURN n.id AS id
LIMIT 1
UNION
MATCH (n:Judgement)
RETURN n.id AS id
LIMIT 1
