"""What is peculiar to single languages: the order of letters, quotation marks."""
