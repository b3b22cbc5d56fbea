assert evaluate('1 + 1') == 2
def shell = new GroovyShell()
assert shell.evaluate('[1, 2].sum()') == 3
assert Eval.me('3 * 3') == 9
assert Eval.x(2, 'x + 1') == 3
def script = shell.parse('def twice(n) { n * 2 }; this')
assert script.run().twice(4) == 8
