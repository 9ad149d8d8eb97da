"""Voices: a teacher's recordings, the system's voices, the clips that come with the program."""
