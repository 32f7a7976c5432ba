"""Pictures that are drawn from the data: where everything stands, in the units of the drawing; templates draw it."""
