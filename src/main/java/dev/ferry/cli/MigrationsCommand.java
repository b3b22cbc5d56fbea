package dev.ferry.cli;

import dev.ferry.migration.Migration;
import dev.ferry.migration.Migrations;
import dev.ferry.output.Format;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ferry migrations}: its subcommands, each a method of {@code migrations}. */
final class MigrationsCommand implements Callable<Integer> {
    private MigrationsCommand() {}

    static CommandSpec spec(CommandLineInterface ferry, GlobalOptions options) {
        CommandSpec migrations = Words.command(
                "migrations",
                new MigrationsCommand(),
                "The live migrations that Ferry remembers, which no call of the API lists: list, show, find, adopt, export, import.");
        List.of(
                        new Listed(ferry, options).spec(),
                        new Show(ferry, options).spec(),
                        new Find(ferry, options).spec(),
                        new Adopt(ferry, options).spec(),
                        new Export(ferry, options).spec(),
                        new Import(ferry, options).spec())
                .forEach(command -> Words.addTo(migrations, command));
        return migrations;
    }

    @Override
    public Integer call() {
        throw new UsageException("Say what to do: ferry migrations list, show, find, adopt, export or import.");
    }

    /** Some work on what is remembered. */
    @FunctionalInterface
    private interface Work {
        void on(Migrations migrations);
    }

    private static Integer with(CommandLineInterface ferry, GlobalOptions options, Work work) {
        options.check();
        try (Workbench bench = Workbench.forScript(options, ferry.streams(), ferry.environment())) {
            work.on(bench.sides().migrations());
        }
        return ExitCode.DONE.number();
    }

    /** {@code ferry migrations list}. */
    static final class Listed implements Callable<Integer> {
        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        private boolean open;

        Listed(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        CommandSpec spec() {
            CommandSpec list =
                    Words.command("list", this, "List them, each as it stands now; one that cannot be asked says why.");
            list.addOption(Words.flag(it -> open = it, "Only those that have not ended.", "--open")
                    .build());
            return list;
        }

        @Override
        public Integer call() {
            return with(ferry, options, migrations -> {
                List<Migration> all = migrations.list(Map.of("open", open));
                if (all.isEmpty() && options.format == Format.TABLE) {
                    ferry.streams()
                            .err()
                            .println("No live migration is remembered" + (open ? " that has not ended" : "")
                                    + ". 'ferry migrations find PROJECT-ID' looks for those of others.");
                    return;
                }
                ferry.printer(options).print(all);
            });
        }
    }

    /** {@code ferry migrations show}. */
    static final class Show implements Callable<Integer> {
        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        private String id = "";

        Show(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        CommandSpec spec() {
            return Words.command("show", this, "Show one as it stands now.")
                    .addPositional(Words.word(it -> id = it, "ID", "Its id, or a beginning of it that no other has."));
        }

        @Override
        public Integer call() {
            return with(ferry, options, migrations -> ferry.printer(options).print(migrations.get(id)));
        }
    }

    /** {@code ferry migrations find}. */
    static final class Find implements Callable<Integer> {
        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        private String project = "";

        Find(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        CommandSpec spec() {
            return Words.command(
                            "find", this, "Find those that the events of a project tell of, whoever has started them.")
                    .addPositional(Words.word(it -> project = it, "PROJECT-ID", "The project that they run into."));
        }

        @Override
        public Integer call() {
            return with(ferry, options, migrations -> ferry.printer(options).print(migrations.find(project)));
        }
    }

    /** {@code ferry migrations adopt}. */
    static final class Adopt implements Callable<Integer> {
        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        private List<String> words = List.of();

        Adopt(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        CommandSpec spec() {
            return Words.command(
                            "adopt",
                            this,
                            "Remember one that somebody else has started, for instance in the web interface.",
                            "Its id is in the address of its page in Atlas.")
                    .addPositional(Words.words(
                            it -> words = it, "0..*", "PROJECT-ID ID", "The project that it runs into, and its id."));
        }

        @Override
        public Integer call() {
            if (words.size() != 2) {
                throw new UsageException("Say which: ferry migrations adopt PROJECT-ID ID.");
            }
            return with(ferry, options, migrations -> ferry.printer(options)
                    .print(migrations.adopt(words.get(0), words.get(1))));
        }
    }

    /** {@code ferry migrations export}. */
    static final class Export implements Callable<Integer> {
        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        private String file = "";
        private boolean overwrite;

        Export(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        CommandSpec spec() {
            CommandSpec export = Words.command(
                    "export", this, "Write all of them into a file for colleagues: JSON, without secrets.");
            export.addOption(Words.flag(it -> overwrite = it, "Replace a file that is there already.", "--overwrite")
                    .build());
            return export.addPositional(Words.word(it -> file = it, "FILE", "Where to."));
        }

        @Override
        public Integer call() {
            return with(ferry, options, migrations -> {
                int many = migrations.exportTo(Map.of("overwrite", overwrite), file);
                ferry.streams().err().println("Wrote " + many + " live migrations to " + file + ".");
            });
        }
    }

    /** {@code ferry migrations import}. */
    static final class Import implements Callable<Integer> {
        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        private String file = "";

        Import(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        CommandSpec spec() {
            return Words.command("import", this, "Remember what a colleague has exported; the later sighting counts.")
                    .addPositional(Words.word(it -> file = it, "FILE", "What 'ferry migrations export' has written."));
        }

        @Override
        public Integer call() {
            return with(ferry, options, migrations -> {
                int many = migrations.importFrom(file);
                ferry.streams()
                        .err()
                        .println("Remembered " + many + (many == 1 ? " live migration of " : " live migrations of ")
                                + file + ".");
            });
        }
    }
}
