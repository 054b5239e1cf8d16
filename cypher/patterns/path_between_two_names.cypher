// 两个名称之间的最短路径 · The shortest paths between two names
MATCH p = allShortestPaths((:Agency {name: '吉林省市场监督管理厅'})-[:LEADS|PARTICIPATES_IN|OPERATES|PROMOTES|RECOGNISES|USES*..6]-(:Brand {name: '圳品'}))
RETURN p
LIMIT 50
