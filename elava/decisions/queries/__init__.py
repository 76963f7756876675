"""What the pages, the actions and the minutes ask."""
