"""The pages of workshops and challenges."""
