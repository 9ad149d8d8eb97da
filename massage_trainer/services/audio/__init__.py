"""Sound in threads of its own: whatever a sound server does, the lesson goes on."""
