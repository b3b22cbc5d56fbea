//! 2:15 String has no method 'toUpercase'. [toUpperCase]
println 'abc'.toUpercase()
