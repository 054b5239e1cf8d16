// 互认的品牌及推广者 · Brands that recognise each other, and who promotes them
MATCH p = (brand:Brand)-[:RECOGNISES|PROMOTES]-(:Brand|Agency|Region)
WHERE EXISTS { (brand)-[:RECOGNISES]-(:Brand) }
RETURN p
LIMIT 200
