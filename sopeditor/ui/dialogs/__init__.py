"""Questions and tellings that stop a person; every one behind `Questions`."""
