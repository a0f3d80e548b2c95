// Stands in for the files of a folder that has none yet: a library needs one.
