"""Documents to graph, a straight line of stages: read, normalise, segment, recognise, relate, resolve, write."""
