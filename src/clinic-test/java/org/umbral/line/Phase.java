package org.umbral.line;

import java.util.Map;

/** What a process was at when it was killed, by the last point that it told. */
enum Phase {
    START,
    DRAFT,
    SEALED,
    CUT,
    UPLOAD,
    RECEIPT,
    FORGET,
    CROSS,
    JOIN,
    STAFF,
    STORED,
    BACKUP,
    BETWEEN;

    private static final Map<String, Phase> BY_POINT = Map.ofEntries(
            Map.entry("draft-built", DRAFT),
            Map.entry("deliver-tried", UPLOAD),
            Map.entry("letters-kept", RECEIPT),
            Map.entry("letter-opened", RECEIPT),
            Map.entry("opened", START),
            Map.entry("waits-to-join", JOIN),
            Map.entry("joined", JOIN),
            Map.entry("step-done", BETWEEN),
            Map.entry("begun", BETWEEN),
            Map.entry("logged-out", BETWEEN));

    private static final Map<String, Phase> BY_FIRST_WORD = Map.ofEntries(
            Map.entry("start", START),
            Map.entry("commit", DRAFT),
            Map.entry("draft", SEALED),
            Map.entry("photo", SEALED),
            Map.entry("capture", SEALED),
            Map.entry("cut", CUT),
            Map.entry("receipt", RECEIPT),
            Map.entry("epoch", RECEIPT),
            Map.entry("forget", FORGET),
            Map.entry("border", CROSS),
            Map.entry("disk", STORED),
            Map.entry("backup", BACKUP));

    static Phase of(String point) {
        Phase exact = BY_POINT.get(point);
        if (exact != null) {
            return exact;
        }
        String word = point.contains("-") ? point.substring(0, point.indexOf('-')) : point;
        return BY_FIRST_WORD.getOrDefault(word, STAFF);
    }
}
