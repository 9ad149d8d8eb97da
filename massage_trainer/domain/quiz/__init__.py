"""Questions about the places of the body: what is asked, what is right, what is said then."""
