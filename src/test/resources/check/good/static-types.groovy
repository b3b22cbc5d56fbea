import groovy.transform.CompileStatic
import groovy.transform.TypeChecked
@CompileStatic
class Adder {
    int total = 0
    Adder add(int n) { total += n; this }
    static int twice(int n) { n * 2 }
}
@TypeChecked
int sum(List<Integer> numbers) { int s = 0; for (int n : numbers) { s += n }; s }
assert new Adder().add(2).add(3).total == 5
assert Adder.twice(4) == 8
assert sum([1, 2]) == 3
