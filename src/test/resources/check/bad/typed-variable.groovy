//! 3:14 String has no method 'lenght'. [length]
String name = 'x'
println name.lenght()
