//! 3:20 'limit' is declared with def outside of this method, which does not see it; declare it with @Field, or hand it over.
def limit = 5
def small(n) { n < limit }
println small(3)
