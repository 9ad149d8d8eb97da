"""What the class sees."""
