"""What the program says aloud, as text; voices are a matter of the services."""
