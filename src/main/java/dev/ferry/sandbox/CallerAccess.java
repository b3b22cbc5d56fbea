package dev.ferry.sandbox;

import dev.ferry.sandbox.Estate.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From where a key or an account of the target may be used. The list is kept and not enforced. */
record CallerAccess(Call call, Caller owner) {
    List<Map<String, Object>> all() {
        return call.world().estate().all(Kind.ACCESS, owner.id());
    }

    Map<String, Object> get(String value) {
        return all().stream()
                .filter(entry -> value.equals(entry.get("ipAddress")) || value.equals(entry.get("cidrBlock")))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(ErrorCode.ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND, value, owner.login()));
    }

    /** Adds entries, all or none of them. */
    void add(List<Map<String, Object>> entries, Map<String, Object> fresh) {
        List<Map<String, Object>> added =
                entries.stream().map(entry -> entry(entry, fresh)).toList();
        for (Map<String, Object> entry : added) {
            String value = String.valueOf(entry.get("value"));
            if (call.world().estate().find(Kind.ACCESS, owner.id(), value).isPresent()) {
                throw new Refusal(ErrorCode.ADDRESS_ALREADY_IN_ACCESS_LIST, value, owner.login());
            }
        }
        added.forEach(entry -> call.world().estate().put(Kind.ACCESS, owner.id(), entry));
    }

    void remove(String value) {
        call.world()
                .estate()
                .remove(Kind.ACCESS, owner.id(), String.valueOf(get(value).get("value")));
    }

    /** Entries as they are shown. */
    static Map<String, Object> shown(Map<String, Object> entry) {
        Map<String, Object> shown = new LinkedHashMap<>(entry);
        shown.remove("value");
        return shown;
    }

    private static Map<String, Object> entry(Map<String, Object> given, Map<String, Object> fresh) {
        boolean range = given.get("cidrBlock") != null;
        if (range == (given.get("ipAddress") != null)) {
            throw new Refusal(ErrorCode.BAD_WHITELIST_ADD_REQUEST);
        }
        String value = String.valueOf(given.get(range ? "cidrBlock" : "ipAddress"));
        if (!Admission.isAddress(value, range)) {
            throw new Refusal(ErrorCode.INVALID_IP_ADDRESS_OR_CIDR_NOTATION, value);
        }
        Map<String, Object> entry = new LinkedHashMap<>(fresh);
        entry.put("value", value);
        entry.put("cidrBlock", range ? value : value + (value.contains(":") ? "/128" : "/32"));
        if (!range) {
            entry.put("ipAddress", value);
        }
        return entry;
    }
}
