"""The picture of a step with the points of the body on it."""
