"""What is only served, never built: the banner that tells in the browser what is wrong with the last save."""
