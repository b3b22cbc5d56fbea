// Declares options as scripts do.
@Option(names = '--limit', description = 'how many') @Field int limit = 2
@Option(names = '--since') @Field Duration since = Duration.ofDays(1)
@Option(names = ['-p', '--project'], paramLabel = 'NAME') @Field String project
@Parameters(arity = '0..*') @Field List<String> rest
assert limit == 2
assert since.toHours() == 24
assert !project
assert !rest
println atlas.projects.list().take(limit)*.name
