"""Lessons and catalogue: from YAML to domain objects, and the compiled cache between."""
