package org.umbral.shared.casefile;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.umbral.shared.Sha256;

/**
 * Names an item of a case: a person, a sponsor, a page. The id of an item that belongs to another starts with its
 * parent's ({@code person/contact}), so that no write is needed to say where it belongs and none can be missing. The
 * case itself is the empty id. Each part is 72 random bits, 12 characters of base64url; at most {@link #MAX_DEPTH} parts.
 */
public record ItemId(String path) implements Comparable<ItemId> {
    public static final int MAX_DEPTH = 4;
    public static final ItemId CASE = new ItemId("");

    public ItemId {
        if (!path.isEmpty()) {
            String[] parts = path.split("/", -1);
            if (parts.length > MAX_DEPTH) {
                throw new IllegalArgumentException("an item stands at most four deep");
            }
            for (String part : parts) {
                RandomId.requireItem(part);
            }
        }
    }

    public static ItemId random(SecureRandom random) {
        return new ItemId(RandomId.nextItem(random));
    }

    /** The item that stands for something with an id of its own, such as a question: the same id gives the same item. */
    public static ItemId standingFor(String id) {
        byte[] hash = Arrays.copyOf(Sha256.ofText(id).raw(), RandomId.ITEM_BYTES);
        return new ItemId(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    public ItemId child(SecureRandom random) {
        String id = RandomId.nextItem(random);
        return new ItemId(path.isEmpty() ? id : path + "/" + id);
    }

    /** The item of this last part directly below this one. */
    ItemId child(String last) {
        return new ItemId(path.isEmpty() ? last : path + "/" + last);
    }

    String last() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    int depth() {
        return path.isEmpty()
                ? 0
                : 1 + (int) path.chars().filter(one -> one == '/').count();
    }

    public Optional<ItemId> parent() {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        int slash = path.lastIndexOf('/');
        return Optional.of(slash < 0 ? CASE : new ItemId(path.substring(0, slash)));
    }

    /** True for the item itself and whatever stands below it. The case holds everything. */
    public boolean holds(ItemId other) {
        return path.isEmpty() || other.path.equals(path) || other.path.startsWith(path + "/");
    }

    @Override
    public int compareTo(ItemId other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
