package org.umbral.clinic.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.umbral.clinic.store.StaffRows.PersonsKey;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.secret.AesKey;

/** The keys that one person is given, by name: those of the role and no other. Closing wipes them. */
final class Bunch implements AutoCloseable {
    private final SortedMap<String, AesKey> keys;

    private Bunch(Map<String, AesKey> keys) {
        this.keys = new TreeMap<>(keys);
    }

    /** Takes the keys over. */
    static Bunch of(Map<String, AesKey> keys) {
        return new Bunch(keys);
    }

    /** Copies of what a role gets of these. */
    Bunch of(StaffSession.Role role, boolean readsSponsors) {
        Map<String, AesKey> given = new TreeMap<>();
        for (String name : names(role, readsSponsors)) {
            AesKey key = keys.get(name);
            if (key != null) {
                given.put(name, key.copy());
            }
        }
        return new Bunch(given);
    }

    static Set<String> names(StaffSession.Role role, boolean readsSponsors) {
        Set<String> names = new TreeSet<>(Set.of(Wraps.PEOPLE));
        if (role.readsCases()) {
            Set<Audience> audiences = EnumSet.copyOf(role.dataKeys());
            if (readsSponsors) {
                audiences.add(Audience.SPONSOR);
            }
            audiences.forEach(audience -> names.add(Wraps.dataName(audience)));
            names.add(Wraps.RING);
        }
        return names;
    }

    Optional<AesKey> key(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    boolean holds(Set<String> names) {
        return keys.keySet().containsAll(names);
    }

    /** What shows that whoever gives the next keys held the ones before: the ring key, or that of names. */
    AesKey proof() throws GiveUp {
        AesKey ring = keys.get(Wraps.RING);
        AesKey proof = ring == null ? keys.get(Wraps.PEOPLE) : ring;
        if (proof == null) {
            throw new GiveUp("sealed-value-damaged");
        }
        return proof;
    }

    List<PersonsKey> under(AesKey own, String staff) {
        return keys.entrySet().stream()
                .map(one -> Wraps.seal(own, staff, one.getKey(), one.getValue()))
                .toList();
    }

    /** The caller wipes what it gets. */
    byte[] bytes() {
        ObjectNode all = Json.object();
        keys.forEach((name, key) -> {
            byte[] raw = key.raw();
            all.put(name, Base64.getEncoder().encodeToString(raw));
            Arrays.fill(raw, (byte) 0);
        });
        return Json.write(all);
    }

    static Bunch read(byte[] json, SecureRandom random) throws GiveUp {
        Map<String, AesKey> keys = new TreeMap<>();
        JsonNode all = Json.tree(json);
        for (Map.Entry<String, JsonNode> one : all.properties()) {
            byte[] raw = Base64.getDecoder().decode(one.getValue().asText());
            keys.put(one.getKey(), AesKey.of(raw, random));
            Arrays.fill(raw, (byte) 0);
        }
        return new Bunch(keys);
    }

    @Override
    public void close() {
        keys.values().forEach(AesKey::close);
    }

    @Override
    public String toString() {
        return "Bunch";
    }
}
