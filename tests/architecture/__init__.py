"""What holds for the project as a whole: sizes, imports, words, files, the tools beneath."""
