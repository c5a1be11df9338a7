package org.umbral.clinic.enrol;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.Device;
import org.umbral.shared.GiveUp;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.secret.AesKey;

/** Names and telephones of workers, sealed under the key of names, each bound to its person. */
final class WorkerNames {
    byte[] seal(StaffSession session, String name, String person) {
        return key(session).seal(bytes(name), place(person));
    }

    Optional<byte[]> sealTelephone(StaffSession session, String telephone, String person) {
        return telephone.isBlank()
                ? Optional.empty()
                : Optional.of(key(session).seal(bytes(telephone), telephonePlace(person)));
    }

    String worker(StaffSession session, Device device) {
        return open(session, device.sealedWorker(), device.person());
    }

    String telephone(StaffSession session, Device device) {
        return openTelephone(session, device.sealedTelephone(), device.person());
    }

    /** The name, or nothing where it was sealed under a key that this session has not. */
    String open(StaffSession session, byte[] sealed, String person) {
        return opened(session, sealed, place(person));
    }

    String openTelephone(StaffSession session, Optional<byte[]> sealed, String person) {
        return sealed.map(bytes -> opened(session, bytes, telephonePlace(person)))
                .orElse("");
    }

    private static String opened(StaffSession session, byte[] sealed, byte[] place) {
        // Before there was a key of names, workers' names stood under the staff key.
        Optional<AesKey> before = session.ring().dataKey(Audience.STAFF);
        return opened(session.ring().peopleKey(), sealed, place)
                .or(() -> before.flatMap(key -> opened(key, sealed, place)))
                .orElse("");
    }

    private static Optional<String> opened(AesKey key, byte[] sealed, byte[] place) {
        try {
            return Optional.of(new String(key.open(sealed, place), StandardCharsets.UTF_8));
        } catch (GiveUp otherKey) {
            return Optional.empty();
        }
    }

    private static AesKey key(StaffSession session) {
        return session.ring().peopleKey();
    }

    static byte[] place(String person) {
        return ("umbral worker|" + person).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] telephonePlace(String person) {
        return ("umbral worker telephone|" + person).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.strip().getBytes(StandardCharsets.UTF_8);
    }
}
