// `Node` stands for a label. Who bears one of the names, or the core name, all in lower case; `is_alias` where what
// matches is only another name.
MATCH (n:Node)
WITH n,
     (toLower(n.name) IN $names
      OR coalesce(toLower(n.name_en) IN $names, false)
      OR coalesce(toLower(n.core_name) = $core, false)) AS is_named
WHERE is_named OR any(alias IN n.aliases WHERE toLower(alias) IN $names)
RETURN n.id AS id, n.name AS name, n.kind AS kind, NOT is_named AS is_alias
ORDER BY id
