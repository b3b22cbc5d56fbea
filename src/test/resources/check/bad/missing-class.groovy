//! 2:8 There is no class 'Projct'.
Projct p = null
println p
