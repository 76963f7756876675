"""What a test may take as given. Everything here is made by the house's own actions."""
