// `Node` stands for a label. Who bears a name, given in lower case; `is_alias` where it is only another name.
MATCH (n:Node)
WHERE toLower(n.name) = $name
   OR toLower(n.name_en) = $name
   OR any(alias IN n.aliases WHERE toLower(alias) = $name)
RETURN n.id AS id, n.name AS name, n.kind AS kind, NOT (toLower(n.name) = $name OR coalesce(toLower(n.name_en) = $name, false)) AS is_alias
ORDER BY id
