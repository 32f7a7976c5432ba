"""What several tests need: copies of sources, builds, pages as they were built, programs and servers."""
