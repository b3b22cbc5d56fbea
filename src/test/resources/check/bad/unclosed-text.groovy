//! 2:9 The text that begins here is not closed.
println 'not closed
println 1
