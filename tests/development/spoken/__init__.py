"""The reader on the reports kept aside from the speech layer's training."""
