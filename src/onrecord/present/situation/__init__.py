"""The situation on a topic, from any number of reports: what is known, on whose word, and what stays open."""

from onrecord.present.situation.situation import Situation, situation

__all__ = ["Situation", "situation"]
