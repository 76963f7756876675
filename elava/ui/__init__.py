"""The look of the house, in one place: shell, components, forms, dates, numbers."""
