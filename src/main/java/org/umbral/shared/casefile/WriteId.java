package org.umbral.shared.casefile;

/** Names one write: its entry and its place there, counted from 0, written {@code <entry>.<place>}. */
public record WriteId(EntryId entry, int place) implements Comparable<WriteId> {
    private static final int ENTRY_LENGTH = 22;

    public WriteId {
        if (place < 0 || place >= Entry.MAX_WRITES) {
            throw new IllegalArgumentException("a write's place is from 0 to " + (Entry.MAX_WRITES - 1));
        }
    }

    public static WriteId parse(String text) {
        if (text.length() < ENTRY_LENGTH + 2 || text.charAt(ENTRY_LENGTH) != '.') {
            throw new IllegalArgumentException("a write is named <entry>.<place>");
        }
        return new WriteId(
                new EntryId(text.substring(0, ENTRY_LENGTH)), Integer.parseInt(text.substring(ENTRY_LENGTH + 1)));
    }

    @Override
    public int compareTo(WriteId other) {
        int byEntry = entry.compareTo(other.entry);
        return byEntry != 0 ? byEntry : Integer.compare(place, other.place);
    }

    @Override
    public String toString() {
        return entry + "." + place;
    }
}
