@Command(name = 'header', description = 'A header as picocli documents it.')
@PicocliScript2
import picocli.groovy.PicocliScript2
import picocli.CommandLine.Command
import picocli.CommandLine.Option
import groovy.transform.Field

@Option(names = ['-c', '--count']) @Field Integer count = 1
assert count == 1
