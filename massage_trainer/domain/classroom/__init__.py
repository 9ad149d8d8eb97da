"""A class in one room: what it is shown, how it is paced, asked and examined."""
