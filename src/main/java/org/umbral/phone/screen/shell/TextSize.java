package org.umbral.phone.screen.shell;

import java.util.Arrays;
import java.util.Optional;

/** How large the words are; the style sheet knows each as {@code text-PERCENT}. */
public enum TextSize {
    NORMAL(100),
    LARGE(130),
    LARGER(160),
    LARGEST(200);

    private final int percent;

    TextSize(int percent) {
        this.percent = percent;
    }

    public static Optional<TextSize> of(int percent) {
        return Arrays.stream(values()).filter(size -> size.percent == percent).findFirst();
    }

    public int percent() {
        return percent;
    }

    public String style() {
        return "text-" + percent;
    }
}
