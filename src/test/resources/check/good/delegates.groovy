class Config { String name; int port; def hosts(String... h) { all.addAll(h) } ; List all = [] }
def config(Closure c) { new Config().tap { with c } }
def made = config {
    name = 'x'
    port = 8
    hosts 'a', 'b'
}
assert made.name == 'x' && made.all == ['a', 'b']
def text = new StringBuilder().with {
    append 'a'
    append 1
    length()
}
assert text == 2
