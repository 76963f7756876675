from elava.foundation.access import is_coordinator

may_see_messages = is_coordinator
may_handle_messages = is_coordinator
