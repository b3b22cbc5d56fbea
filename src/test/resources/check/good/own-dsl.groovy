class Table {
    List rows = []
    def row(Map values) { rows << values }
    def methodMissing(String name, args) { rows << [(name): args[0]] }
}
def table(@DelegatesTo(Table) Closure block) {
    def t = new Table()
    block.delegate = t
    block.resolveStrategy = Closure.DELEGATE_FIRST
    block()
    t.rows
}
def rows = table {
    row a: 1
    anything 5
}
assert rows == [[a: 1], [anything: 5]]
