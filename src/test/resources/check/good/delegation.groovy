class Team2 { @Delegate List<String> people = []; String title }
def team = new Team2(title: 't')
team.add('ann')
assert team.size() == 1 && team.first() == 'ann'
class Slow { @Lazy List all = { [1, 2] }() }
assert new Slow().all.size() == 2
class Cached { @groovy.transform.Memoized int square(int n) { n * n } }
assert new Cached().square(3) == 9
