//! 2:12 '[' is not closed.
def rows = [1, 2
println rows
