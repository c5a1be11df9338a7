package org.umbral.line;

/**
 * Where what is there differs from what was promised.
 *
 * @param about names the place by ids, so that the same finding is met again under the same words
 */
record Finding(Kind kind, String about) {
    enum Kind {
        LOST,
        DOUBLED,
        UNREADABLE
    }

    static Finding lost(String about) {
        return new Finding(Kind.LOST, about);
    }

    static Finding doubled(String about) {
        return new Finding(Kind.DOUBLED, about);
    }

    static Finding unreadable(String about) {
        return new Finding(Kind.UNREADABLE, about);
    }

    @Override
    public String toString() {
        return kind + " " + about;
    }
}
