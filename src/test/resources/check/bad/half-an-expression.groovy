//! 2:12 The text ends in the middle of something.
println 1 +
