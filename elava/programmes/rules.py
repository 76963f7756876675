from elava.foundation.access import has_role, is_coordinator

may_shape_programme = is_coordinator
# Whoever runs the installation: its commands, by=OPERATOR.
may_create_programme = has_role("coordination", "operator")
