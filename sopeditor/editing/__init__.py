"""Commands, rules, behaviours and history: every change of a document; imports `model`."""
