// 吉致吉品及其周围 · 吉致吉品 and what is around it
MATCH p = (:Brand {name: '吉致吉品'})-[]-(x)
WHERE NOT x:Passage
RETURN p
