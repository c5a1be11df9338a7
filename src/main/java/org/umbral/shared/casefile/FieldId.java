package org.umbral.shared.casefile;

/** Names a field of the catalogue, such as {@code PER-02}. Ids are never reused and their types never change. */
public record FieldId(String text) implements Comparable<FieldId> {
    /** The item is removed; the value is {@code true}, {@code seen} lists the writes of the item and its children. */
    public static final FieldId REMOVED = new FieldId("SYS-01");
    /**
     * The item is the one that the value names, an item's path or, of a case, another case's id; a later write of {@code
     * false} undoes those that it has seen. Several stand beside each other.
     */
    public static final FieldId SAME_AS = new FieldId("SYS-02");
    /** Where the item stands among its like: a number, the lower the earlier. */
    public static final FieldId ORDER = new FieldId("SYS-03");

    public FieldId {
        if (!hasForm(text)) {
            throw new IllegalArgumentException("a field id is three letters, a hyphen and two digits");
        }
    }

    /** {@code [A-Z]{3}-[0-9]{2}[A-Z]?}, by hand: a case makes thousands of these each time it is read. */
    private static boolean hasForm(String text) {
        boolean shaped = (text.length() == 6 || text.length() == 7 && isLetter(text, 6)) && text.charAt(3) == '-';
        return shaped
                && isLetter(text, 0)
                && isLetter(text, 1)
                && isLetter(text, 2)
                && isDigit(text, 4)
                && isDigit(text, 5);
    }

    private static boolean isLetter(String text, int at) {
        return text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** The three letters: which group of fields it belongs to. */
    public String prefix() {
        return text.substring(0, 3);
    }

    /** What the fold keeps for itself: nobody answers it. */
    boolean isOfTheFold() {
        return text.startsWith("SYS");
    }

    /** Where, when and by what the case was captured, and the code that it then got. */
    boolean isOfIntake() {
        return text.startsWith("CAP") || text.equals("CAS-02");
    }

    @Override
    public int compareTo(FieldId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
