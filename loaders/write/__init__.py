"""Write documents into the graph: merge what they state, take away what they stated before."""
