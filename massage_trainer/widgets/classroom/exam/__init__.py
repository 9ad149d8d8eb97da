"""The examiner's sheet."""
