package dev.ferry.cli;

import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.CatalogDifference;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.OpenApiDocument;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.OwnCatalog;
import dev.ferry.api.catalog.Shapes;
import dev.ferry.guard.RefusedException;
import dev.ferry.help.OperationHelp;
import dev.ferry.output.Format;
import dev.ferry.profile.Folders;
import dev.ferry.profile.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ferry catalog}: its subcommands. They show and renew what can be called by name, and call nothing. */
final class CatalogCommand implements Callable<Integer> {
    private CatalogCommand() {}

    static CommandSpec spec(CommandLineInterface ferry, GlobalOptions options) {
        CommandSpec catalog = Words.command(
                "catalog", new CatalogCommand(), "What can be called by name: import, diff, list, show, reset.");
        List.of(
                        new Import(ferry, options).spec(),
                        new Diff(ferry, options).spec(),
                        new Listed(ferry, options).spec(),
                        new Show(ferry, options).spec(),
                        Words.command(
                                "reset",
                                new Reset(ferry, options),
                                "Forget what was imported; the table that comes with Ferry counts again."))
                .forEach(command -> Words.addTo(catalog, command));
        return catalog;
    }

    @Override
    public Integer call() {
        throw new UsageException("Say what to do: ferry catalog import, diff, list, show or reset.");
    }

    private static Catalogs catalogs(CommandLineInterface ferry) {
        return Catalogs.of(Folders.of(ferry.environment()));
    }

    /** {@code ferry catalog import}. */
    static final class Import implements Callable<Integer> {
        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        private String source = "";

        Import(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        CommandSpec spec() {
            return Words.command(
                            "import",
                            this,
                            "Take over what a newer OpenAPI document of the Atlas Admin API says, and print what changed.",
                            "What it describes can be called as atlas.api.NAME(…) from then on.")
                    .addPositional(Words.word(
                            it -> source = it, "FILE|URL", "The document in JSON, packed with gzip or not."));
        }

        @Override
        public Integer call() {
            options.check();
            OpenApiDocument document = CatalogSource.read(source, ferry, options);
            OwnCatalog own = OwnCatalog.of(Folders.of(ferry.environment()));
            List<Map<String, @Nullable Object>> changes = changes(document);
            own.replace(document);
            CatalogChanges.print(changes, ferry, options);
            ferry.streams()
                    .err()
                    .println("Imported " + document.operations().size() + " operations into " + own.file() + ": "
                            + CatalogChanges.summary(changes) + ". Call them as atlas.api.NAME(…).");
            return ExitCode.DONE.number();
        }

        /** A table that cannot be read is about to be replaced: it is no reason to stop. */
        private List<Map<String, @Nullable Object>> changes(OpenApiDocument document) {
            try {
                return CatalogChanges.rows(catalogs(ferry), document);
            } catch (SettingsException e) {
                ferry.streams().err().println(e.getMessage() + " It is replaced.");
                return CatalogChanges.rows(Catalogs.SHIPPED, document);
            }
        }
    }

    /** {@code ferry catalog diff}. */
    static final class Diff implements Callable<Integer> {
        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        private @Nullable String source;

        Diff(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        CommandSpec spec() {
            return Words.command(
                            "diff",
                            this,
                            "Say what an import would change, or without a document what the last import changed.")
                    .addPositional(Words.optionalWord(
                            it -> source = it, "FILE|URL", "The document in JSON, packed with gzip or not."));
        }

        @Override
        public Integer call() {
            options.check();
            Catalogs current = catalogs(ferry);
            List<Map<String, @Nullable Object>> changes = source != null
                    ? CatalogChanges.rows(current, CatalogSource.read(source, ferry, options))
                    : CatalogChanges.rows(
                            CatalogDifference.between(Catalog.atlas(), current.atlas()),
                            Shapes.table(),
                            current.shapes());
            CatalogChanges.print(changes, ferry, options);
            ferry.streams()
                    .err()
                    .println((source != null ? "An import would change: " : "Changed by the last import: ")
                            + CatalogChanges.summary(changes) + ".");
            return ExitCode.DONE.number();
        }
    }

    /** {@code ferry catalog list}. */
    static final class Listed implements Callable<Integer> {
        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        private @Nullable String tag;
        private List<String> words = List.of();

        Listed(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        CommandSpec spec() {
            CommandSpec command = Words.command("list", this, "List the operations of both APIs.");
            command.addOption(Words.option(
                            String.class,
                            it -> tag = it,
                            "TAG",
                            "Only those of a chapter of the documentation.",
                            "--tag")
                    .build());
            return command.addPositional(
                    Words.words(it -> words = it, "0..*", "WORDS", "Only those that have all these in name or path."));
        }

        @Override
        public Integer call() {
            Catalogs catalogs = catalogs(ferry);
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            CatalogRows.add(rows, "atlas.api.", catalogs.atlas(), this::isWanted, options.format);
            CatalogRows.add(rows, "cm.api.", catalogs.cloudManager(), this::isWanted, options.format);
            if (rows.isEmpty() && options.format == Format.TABLE) {
                ferry.streams().err().println("No operation fits. 'ferry catalog list' shows all of them.");
                return ExitCode.DONE.number();
            }
            ferry.printer(options).print(rows);
            return ExitCode.DONE.number();
        }

        private boolean isWanted(Operation operation) {
            String text =
                    lower(operation.id() + " " + operation.shortId() + " " + operation.tag() + " " + operation.line());
            return (tag == null || lower(operation.tag()).equals(lower(tag)))
                    && words.stream().allMatch(word -> text.contains(lower(word)));
        }

        private static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /** {@code ferry catalog show}. */
    static final class Show implements Callable<Integer> {
        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        private String name = "";

        Show(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        CommandSpec spec() {
            return Words.command("show", this, "Show what one operation takes and gives, as /help does at the prompt.")
                    .addPositional(Words.word(
                            it -> name = it, "OPERATION", "Its name, such as getCluster or cm.api.getGroup."));
        }

        @Override
        public Integer call() {
            OperationHelp help = OperationHelp.find(catalogs(ferry), name)
                    .orElseThrow(() -> new UsageException(OperationHelp.unknown(catalogs(ferry), name)));
            if (options.format == Format.TABLE) {
                help.lines(ferry.streams()).forEach(ferry.streams().out()::println);
                ferry.streams().out().flush();
            } else {
                ferry.printer(options).print(CatalogRows.facts(help.call(), help.operation()));
            }
            return ExitCode.DONE.number();
        }
    }

    /** {@code ferry catalog reset}. */
    static final class Reset implements Callable<Integer> {
        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        Reset(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        @Override
        public Integer call() {
            OwnCatalog own = OwnCatalog.of(Folders.of(ferry.environment()));
            if (!own.exists()) {
                ferry.streams().err().println("Nothing was imported; there is nothing to forget.");
                return ExitCode.DONE.number();
            }
            if (!new Questions(ferry.streams())
                    .confirmation(options)
                    .ask("Forget what was imported into " + own.file() + "?")) {
                throw new RefusedException("Nothing was forgotten.");
            }
            own.forget();
            ferry.streams().err().println("The table that comes with Ferry counts again.");
            return ExitCode.DONE.number();
        }
    }
}
