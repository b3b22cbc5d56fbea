package dev.ferry.sandbox;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Files of the target, made up while they are sent. The same request brings the same file, so that two downloads can be
 * compared.
 */
record TargetDownloads(Call call) implements Downloads {
    private static final Set<String> LOGS = Set.of("mongodb", "mongos", "mongodb-audit-log", "mongos-audit-log");
    private static final Duration STANDARD_PERIOD = Duration.ofDays(1);
    private static final Duration LONGEST_PERIOD = Duration.ofDays(30);
    private static final int PIECE = 32 * 1024;
    private static final int DAYS_OF_AN_INVOICE = 28;

    private static final List<String> MESSAGES = List.of(
            "\"c\":\"NETWORK\",\"id\":22943,\"ctx\":\"listener\",\"msg\":\"Connection accepted\"",
            "\"c\":\"ACCESS\",\"id\":5286306,\"ctx\":\"conn\",\"msg\":\"Successfully authenticated\"",
            "\"c\":\"COMMAND\",\"id\":51803,\"ctx\":\"conn\",\"msg\":\"Slow query\"",
            "\"c\":\"NETWORK\",\"id\":22944,\"ctx\":\"conn\",\"msg\":\"Connection ended\"",
            "\"c\":\"STORAGE\",\"id\":22430,\"ctx\":\"Checkpointer\",\"msg\":\"WiredTiger message\"");

    @Override
    public Content clusterLog(Map<String, Object> options, String groupId, String hostName, String logName) {
        boolean known = call.world().clusters(groupId).stream()
                .anyMatch(cluster -> hostName.startsWith(cluster.name().toLowerCase(Locale.ROOT) + "-")
                        && hostName.endsWith(".mongodb.net"));
        if (!known || !LOGS.contains(logName)) {
            throw new Refusal(ErrorCode.RESOURCE_NOT_FOUND, hostName + "/logs/" + logName + ".gz");
        }
        Instant end = moment(options, "endDate", call.now());
        Instant start = moment(options, "startDate", end.minus(STANDARD_PERIOD));
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST_PERIOD) > 0) {
            throw new Refusal(ErrorCode.INVALID_QUERY_PARAMETER, "startDate");
        }
        return Content.streamed(out -> {
            try (GZIPOutputStream zipped = new GZIPOutputStream(new Unclosed(out), PIECE);
                    BufferedOutputStream lines = new BufferedOutputStream(zipped, PIECE)) {
                for (Instant at = start; at.isBefore(end); at = at.plusSeconds(1)) {
                    lines.write(line(at, hostName).getBytes(StandardCharsets.UTF_8));
                }
            }
        });
    }

    @Override
    public Content invoice(Map<String, Object> options, String orgId, String invoiceId) {
        if (!Ids.isId(invoiceId)) {
            throw new Refusal(ErrorCode.INVALID_INVOICE_ID, invoiceId);
        }
        List<String> projects = new ArrayList<>();
        call.world().groupsOf(orgId).forEach(group -> projects.add(group.name()));
        LocalDate month = LocalDate.ofInstant(call.now(), ZoneOffset.UTC)
                .withDayOfMonth(1)
                .minusMonths(1);
        return Content.streamed(out -> {
            BufferedOutputStream lines = new BufferedOutputStream(out, PIECE);
            lines.write("Date,Project,SKU,Quantity,Unit,Amount\n".getBytes(StandardCharsets.UTF_8));
            for (int day = 0; day < DAYS_OF_AN_INVOICE; day++) {
                for (String project : projects) {
                    int cents = 100 + Math.floorMod((invoiceId + project + day).hashCode(), 9_900);
                    lines.write(String.format(
                                    Locale.ROOT,
                                    "%s,\"%s\",ATLAS_AWS_INSTANCE_M30,24,server hours,%d.%02d\n",
                                    month.plusDays(day),
                                    project.replace("\"", "\"\""),
                                    cents / 100,
                                    cents % 100)
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
            lines.flush();
        });
    }

    private static Instant moment(Map<String, Object> options, String name, Instant otherwise) {
        return options.get(name) instanceof Integer seconds ? Instant.ofEpochSecond(seconds) : otherwise;
    }

    private static String line(Instant at, String host) {
        long second = at.getEpochSecond();
        String message = MESSAGES.get((int) Math.floorMod(second * 31 + host.hashCode(), (long) MESSAGES.size()));
        return "{\"t\":{\"$date\":\"" + at + "\"},\"s\":\"I\"," + message + ",\"attr\":{\"remote\":\"192.0.2."
                + Math.floorMod(second * 7919, 250L) + ":" + (30_000 + Math.floorMod(second * 104_729, 20_000L))
                + "\",\"connectionCount\":" + Math.floorMod(second * 613, 400L) + "}}\n";
    }

    /** The end of the file is not the end of the connection. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
