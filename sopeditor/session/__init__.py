"""The open document with its history, selection and file; imports `editing` and `storage`."""
