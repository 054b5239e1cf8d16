"""Where the graph lives: one Bolt client, and the engines behind it."""
