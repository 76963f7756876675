from elava.foundation.access import has_role, is_coordinator

may_see_desk = is_coordinator
may_be_away = has_role("coordination")
