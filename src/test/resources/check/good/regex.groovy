def text = 'order-12 and order-34'
def found = text =~ /order-(\d+)/
assert found.size() == 2 && found[0][1] == '12'
assert text.findAll(/\d+/) == ['12', '34']
if (text ==~ /order.*/) { assert true }
assert (text =~ /(\d+)/).collect { it[1] as int }.sum() == 46
def m = text =~ /(?<num>\d+)/
assert m.find() && m.group('num') == '12'
assert ~/a.c/ instanceof java.util.regex.Pattern
assert ['ab', 'cd'].grep(~/a./) == ['ab']
switch ('hello') { case ~/h.*/: assert true; break; default: assert false }
