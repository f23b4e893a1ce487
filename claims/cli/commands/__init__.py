"""The commands, one a file; each module holds a `command` and is imported when it is used."""
