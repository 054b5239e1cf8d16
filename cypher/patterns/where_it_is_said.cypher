// 出自何处：提到它的语句与文件 · Where it is said: the passages that name it, and their documents
MATCH p = (:Brand {name: '吉致吉品'})<-[:MENTIONS]-(:Passage)-[:PART_OF]->(:Document)
RETURN p
LIMIT 100
