package org.umbral.shared.casefile;

/** A value that a case holds, and where it comes from. */
public record Held(WriteId id, Value value, Entry entry) {
    public Author author() {
        return entry.author();
    }

    @Override
    public String toString() {
        return "Held[" + id + "]";
    }
}
