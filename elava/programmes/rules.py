from elava.foundation.access import is_coordinator

may_shape_programme = is_coordinator
