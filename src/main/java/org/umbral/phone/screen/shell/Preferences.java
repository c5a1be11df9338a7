package org.umbral.phone.screen.shell;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.umbral.phone.screen.words.Language;

/**
 * How the worker wants the screens, and what the screens remember over a restart. It stands in the clear, so it says
 * nothing about people.
 *
 * @param language none where the phone's own decides
 * @param photosWait photos stay until the worker sends them, as on a connection that is paid by the byte
 * @param reminded the day on which the limits of the role (notice N9) were last shown; none where they never were
 */
public record Preferences(
        Optional<Language> language,
        TextSize textSize,
        boolean highContrast,
        boolean photosWait,
        Optional<LocalDate> reminded) {
    public static final Preferences DEFAULT = new Preferences(Optional.empty(), TextSize.NORMAL, false);

    public Preferences(Optional<Language> language, TextSize textSize, boolean highContrast) {
        this(language, textSize, highContrast, false, Optional.empty());
    }

    public Preferences with(Language chosen) {
        return new Preferences(Optional.of(chosen), textSize, highContrast, photosWait, reminded);
    }

    public Preferences with(TextSize chosen) {
        return new Preferences(language, chosen, highContrast, photosWait, reminded);
    }

    public Preferences withHighContrast(boolean high) {
        return new Preferences(language, textSize, high, photosWait, reminded);
    }

    public Preferences withPhotosWait(boolean wait) {
        return new Preferences(language, textSize, highContrast, wait, reminded);
    }

    public Preferences withReminded(LocalDate day) {
        return new Preferences(language, textSize, highContrast, photosWait, Optional.of(day));
    }

    /** Lines such as {@code text=130}. */
    public String text() {
        return reminded.map(day -> "reminded=" + day + "\n").orElse("")
                + language.map(one -> "language=" + one.code() + "\n").orElse("")
                + "text=" + textSize.percent() + "\n"
                + "contrast=" + (highContrast ? "high" : "normal") + "\n"
                + "photos=" + (photosWait ? "wait" : "go") + "\n";
    }

    /** What is not understood is left at its default; nothing is refused. */
    public static Preferences parse(String text) {
        Map<String, String> lines = new HashMap<>();
        text.lines().forEach(line -> {
            int sign = line.indexOf('=');
            if (sign > 0) {
                lines.put(
                        line.substring(0, sign).strip(),
                        line.substring(sign + 1).strip());
            }
        });
        String percent = lines.getOrDefault("text", "");
        return new Preferences(
                Language.of(lines.getOrDefault("language", "")),
                percent.matches("\\d{3}")
                        ? TextSize.of(Integer.parseInt(percent)).orElse(TextSize.NORMAL)
                        : TextSize.NORMAL,
                lines.getOrDefault("contrast", "").equals("high"),
                lines.getOrDefault("photos", "").equals("wait"),
                day(lines.getOrDefault("reminded", "")));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
