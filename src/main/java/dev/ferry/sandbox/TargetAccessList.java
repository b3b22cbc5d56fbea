package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.AccessList;
import dev.ferry.api.atlas.AccessListEntry;
import dev.ferry.api.atlas.AccessListEntryStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The addresses from which a project's clusters can be reached. */
record TargetAccessList(Call call) implements AccessList {
    private static final List<String> KINDS = List.of("ipAddress", "cidrBlock", "awsSecurityGroup");
    private static final Duration LONGEST = Duration.ofDays(7);

    @Override
    public Listing<AccessListEntry> list(Map<String, Object> options, String groupId) {
        return Listing.of(call.world().admissions(groupId).stream()
                .map(TargetAccessList::answer)
                .toList());
    }

    @Override
    public Listing<AccessListEntry> add(
            Map<String, Object> options, String groupId, List<Map<String, Object>> entries) {
        List<Admission> added =
                entries.stream().map(entry -> admission(groupId, entry)).toList();
        for (Admission admission : added) {
            if (call.world().admissions(groupId).stream()
                    .noneMatch(old -> old.value().equals(admission.value()))) {
                call.world().add(admission);
                call.traceProject(
                        "NETWORK_PERMISSION_ENTRY_ADDED", groupId, null, Map.of("whitelistEntry", admission.value()));
            }
        }
        return list(Map.of(), groupId);
    }

    @Override
    public AccessListEntryStatus status(Map<String, Object> options, String groupId, String entryValue) {
        boolean active = find(groupId, entryValue).activeBy(call.now());
        return new AccessListEntryStatus(active ? "ACTIVE" : "PENDING", Map.of());
    }

    /** An address is found as the block it makes too. */
    private Admission find(String groupId, String value) {
        return call.world().admissions(groupId).stream()
                .filter(admission -> value.equals(admission.value())
                        || value.equals(answer(admission).cidrBlock()))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND, value, groupId));
    }

    private Admission admission(String groupId, Map<String, Object> entry) {
        List<String> given =
                KINDS.stream().filter(kind -> entry.get(kind) != null).toList();
        if (given.size() != 1) {
            throw new Refusal(ErrorCode.MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY);
        }
        String kind = given.get(0);
        String value = String.valueOf(entry.get(kind));
        boolean wellFormed = kind.equals("awsSecurityGroup")
                ? value.matches("([0-9]*/)?sg-[0-9a-f]*")
                : Admission.isAddress(value, kind.equals("cidrBlock"));
        if (!wellFormed) {
            throw new Refusal(ErrorCode.INVALID_IP_ADDRESS_OR_CIDR_NOTATION, value);
        }
        Instant until = entry.get("deleteAfterDate") instanceof String date ? QueryCheck.date(date) : null;
        if (until != null && (until.isAfter(call.now().plus(LONGEST)) || until.isBefore(call.now()))) {
            throw new Refusal(ErrorCode.INVALID_ATTRIBUTE, "deleteAfterDate");
        }
        String comment = entry.get("comment") instanceof String text ? text : null;
        return new Admission(groupId, value, kind, comment, until, call.now());
    }

    private static AccessListEntry answer(Admission admission) {
        boolean address = admission.type().equals("ipAddress");
        boolean range = admission.type().equals("cidrBlock");
        String single = admission.value() + (admission.value().contains(":") ? "/128" : "/32");
        return new AccessListEntry(
                address ? admission.value() : null,
                address ? single : range ? admission.value() : null,
                address || range ? null : admission.value(),
                admission.comment(),
                admission.until(),
                admission.groupId(),
                Map.of());
    }

    @Override
    public AccessListEntry get(Map<String, Object> options, String groupId, String entryValue) {
        return answer(find(groupId, entryValue));
    }

    @Override
    public @Nullable Void delete(Map<String, Object> options, String groupId, String entryValue) {
        call.world().remove(find(groupId, entryValue));
        call.traceProject("NETWORK_PERMISSION_ENTRY_REMOVED", groupId, null, Map.of("whitelistEntry", entryValue));
        return null;
    }
}
