"""What templates and exporters see of an edition, and the components that pages call."""
