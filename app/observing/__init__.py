"""What those who run the program see of it: logs, metrics, and the id that ties an answer to them."""
