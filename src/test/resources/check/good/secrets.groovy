import dev.ferry.output.Secret
def s = Secret.of('not shown')
assert s.toString() != 'not shown'
Secret none = null
assert !none
def pick2 = none ?: s
println pick2
def body = [password: s]
assert body.password.is(s)
