package org.umbral.clinic.mrz;

import java.util.List;

/** The three formats and where things stand in them; lines and places are counted from 0. */
public enum Format {
    /** Cards: three lines of 30. */
    TD1(3, 30),
    /** Older cards: two lines of 36. */
    TD2(2, 36),
    /** Passports: two lines of 44. */
    TD3(2, 44);

    private final int lines;
    private final int length;

    Format(int lines, int length) {
        this.lines = lines;
        this.length = length;
    }

    public int lines() {
        return lines;
    }

    public int length() {
        return length;
    }

    /** A stretch of one line. */
    record Span(int line, int from, int to) {
        String of(List<String> lines) {
            return lines.get(line).substring(from, to);
        }
    }

    Span code() {
        return new Span(0, 0, 2);
    }

    Span issuer() {
        return new Span(0, 2, 5);
    }

    Span names() {
        return this == TD1 ? new Span(2, 0, 30) : new Span(0, 5, length);
    }

    Span number() {
        return this == TD1 ? new Span(0, 5, 14) : new Span(1, 0, 9);
    }

    Span nationality() {
        return this == TD1 ? new Span(1, 15, 18) : new Span(1, 10, 13);
    }

    Span birth() {
        return this == TD1 ? new Span(1, 0, 6) : new Span(1, 13, 19);
    }

    Span sex() {
        return this == TD1 ? new Span(1, 7, 8) : new Span(1, 20, 21);
    }

    Span expiry() {
        return this == TD1 ? new Span(1, 8, 14) : new Span(1, 21, 27);
    }

    /** Of a card, what may also hold the end of a long number. */
    Span optional() {
        return switch (this) {
            case TD1 -> new Span(0, 15, 30);
            case TD2 -> new Span(1, 28, 35);
            case TD3 -> new Span(1, 28, 42);
        };
    }

    /** What the last check digit is over. */
    List<Span> composite() {
        return this == TD1
                ? List.of(new Span(0, 5, 30), new Span(1, 0, 7), new Span(1, 8, 15), new Span(1, 18, 29))
                : List.of(new Span(1, 0, 10), new Span(1, 13, 20), new Span(1, 21, length - 1));
    }

    /** The digit that stands right after a stretch. */
    static Span digitAfter(Span span) {
        return new Span(span.line(), span.to(), span.to() + 1);
    }

    Span compositeDigit() {
        return new Span(1, length - 1, length);
    }
}
