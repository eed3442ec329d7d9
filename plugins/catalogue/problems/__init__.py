"""Problems: what is wrong in a file, in words that say where, what and how to mend it."""
