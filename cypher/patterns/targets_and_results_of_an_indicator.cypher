// 一个指标的目标与各地结果 · Targets and results of an indicator, place by place
MATCH p = (:Region)<-[:APPLIES_TO]-(:Target|Result)-[:OF]->(:Indicator {name: '食品安全抽检合格率'})
RETURN p
LIMIT 200
