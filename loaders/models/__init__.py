"""What was learned: compact models as data, and the numpy code that runs them."""
