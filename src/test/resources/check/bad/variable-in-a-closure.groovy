//! 3:23 Nothing here is called 'totl'. [total]
def total = 0
[1, 2].each { println totl + it }
println total
