"""Pages: a room for each page of the site."""
