from elava.foundation.access import has_coordinators_seat, has_role

may_shape_programme = has_coordinators_seat
# Whoever runs the installation: its commands, by=OPERATOR.
may_create_programme = has_role("coordination", "operator")
