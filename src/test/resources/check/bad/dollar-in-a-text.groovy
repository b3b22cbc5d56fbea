//! 2:16 A $ in double quotes needs a name or { after it, or \$ for the sign itself.
println "costs $5"
