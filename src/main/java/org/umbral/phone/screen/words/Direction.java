package org.umbral.phone.screen.words;

/** Which way text runs: by its first letter that has a direction. Mixed text keeps its order between marks. */
public final class Direction {
    private static final char MARK = '\u200E';
    private static final char NO_JOIN = '\u200C';
    private static final char NARROW = '\u202F';

    private Direction() {}

    /** True where the text begins in Arabic, Hebrew or another script that runs from the right. */
    public static boolean isRightToLeft(String text) {
        return text.codePoints()
                .mapToObj(Character::getDirectionality)
                .filter(direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT || isRight(direction))
                .findFirst()
                .filter(Direction::isRight)
                .isPresent();
    }

    /**
     * The text between marks that keep its neighbours' order from it; as it is where nothing needs them. The marks are
     * left-to-right ones: JavaFX draws a box for the isolates of Unicode 6.3 and for most other marks.
     */
    public static String isolated(String text, boolean amongRightToLeft) {
        boolean other = amongRightToLeft != isRightToLeft(text);
        boolean marked = text.isBlank() || text.charAt(0) == MARK;
        return other && !marked ? MARK + text + MARK : text;
    }

    /** As it can be drawn: JavaFX draws a box for the mark that parts Persian letters, so a narrow space parts them. */
    public static String drawn(String text) {
        return text.replace(NO_JOIN, NARROW);
    }

    /** Whether any of it runs from the right. */
    public static boolean hasRightToLeft(String text) {
        return text.codePoints().anyMatch(c -> isRight(Character.getDirectionality(c)));
    }

    private static boolean isRight(byte direction) {
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
