"""What is handed out on paper: its words and order, before anybody knows where on which page."""
