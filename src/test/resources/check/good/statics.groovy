import static java.lang.Math.max
import static java.lang.Math.*
import static java.util.stream.Collectors.toList as listed
import java.util.regex.Pattern as P
assert max(1, 2) == 2 && abs(-1) == 1 && PI > 3
assert [1, 2].stream().collect(listed()).size() == 2
assert P.compile('a').matcher('a').matches()
assert Integer.MAX_VALUE > 0 && Integer.parseInt('5') == 5 && Long.valueOf(1) == 1L
assert Collections.nCopies(2, 'a').join() == 'aa' && Arrays.asList(1, 2).size() == 2
assert TimeUnit2.SECONDS.name() == 'SECONDS'
enum TimeUnit2 { SECONDS }
assert UUID.randomUUID().toString().length() == 36
assert String.valueOf(1) == '1' && String.join('-', 'a', 'b') == 'a-b' && String.class.simpleName == 'String'
assert Class.forName('java.lang.String') == String
assert List.of(1).size() == 1 && Map.of('a', 1).a == 1
