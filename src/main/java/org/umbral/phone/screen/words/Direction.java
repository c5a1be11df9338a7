package org.umbral.phone.screen.words;

/** Which way text runs: by its first letter that has a direction. Mixed text keeps its order in isolates. */
public final class Direction {
    private static final char FIRST_STRONG = '\u2068';
    private static final char POP = '\u2069';

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

    /** The text between marks that keep its neighbours' order from it; as it is where nothing in it runs from the right. */
    public static String isolated(String text, boolean amongRightToLeft) {
        boolean needed = amongRightToLeft || text.codePoints().anyMatch(c -> isRight(Character.getDirectionality(c)));
        return needed && !text.isBlank() ? FIRST_STRONG + text + POP : text;
    }

    private static boolean isRight(byte direction) {
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
