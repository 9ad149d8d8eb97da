"""What people see: windows, pages, dialogs, and the words for them."""
