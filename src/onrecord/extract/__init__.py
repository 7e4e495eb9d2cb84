"""From layers to drafts of statements, events, conditions and agreements: grounded, not yet linked."""
