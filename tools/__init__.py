"""What a developer needs to set up, check and build the project; none of it is shipped."""
