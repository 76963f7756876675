"""The texts of the interface: found in the code, kept per package, checked, compiled."""
