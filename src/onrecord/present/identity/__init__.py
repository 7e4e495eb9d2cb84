"""Which of many reports are one telling, and which of their records are one contact, event, statement or condition.

Pure functions of the reports: neither the order in which they come nor how often they were added changes anything.
"""

from onrecord.present.identity.clusters import Cluster, clusters
from onrecord.present.identity.docket import Docket, docket

__all__ = ["Cluster", "Docket", "clusters", "docket"]
