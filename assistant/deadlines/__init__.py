"""Belgian terms: the safe day, the working day to do it by, the last legal day, and the sum in words. Usable alone."""

from assistant.deadlines.calendar import (
    DAY,
    add_working_days,
    is_working_day,
    next_working_day,
    on_or_after_working_day,
    on_or_before_working_day,
)
from assistant.deadlines.reckon import Days, eviction_day, fixed_day, notice_starts, post_by, reckon
from assistant.deadlines.rules import Rule, cost_ceiling, load_rules
from assistant.deadlines.sum import say_day, say_duration, sum_of_day, sum_of_term
from assistant.deadlines.terms import Duration, Unit, add, end_of_month

__all__ = [
    "DAY", "Days", "Duration", "Rule", "Unit", "add", "add_working_days", "cost_ceiling", "end_of_month",
    "eviction_day", "fixed_day", "is_working_day", "load_rules", "next_working_day", "notice_starts",
    "on_or_after_working_day", "on_or_before_working_day", "post_by", "reckon", "say_day", "say_duration",
    "sum_of_day", "sum_of_term",
]  # fmt: skip
