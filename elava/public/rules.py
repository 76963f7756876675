from elava.foundation.access import is_coordinator

may_answer_feedback = is_coordinator
