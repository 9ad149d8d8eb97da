"""Every shipped lesson as it is seen live: second by second, drawn from several sides."""
