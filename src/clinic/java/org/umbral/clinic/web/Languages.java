package org.umbral.clinic.web;

import io.javalin.http.Context;
import java.util.Locale;

/** Which language a visitor reads. */
final class Languages {
    private Languages() {}

    /** The one that was chosen and is in the cookie; else the best of those that the browser asks for. */
    static Words of(Context ctx, String cookie) {
        String chosen = ctx.cookie(cookie);
        if (chosen != null) {
            return Words.of(chosen);
        }
        String accepted = ctx.header("Accept-Language");
        try {
            Locale best = Locale.lookup(
                    Locale.LanguageRange.parse(accepted == null ? "en" : accepted),
                    Words.LANGUAGES.stream().map(Locale::forLanguageTag).toList());
            return Words.of(best == null ? "en" : best.getLanguage());
        } catch (IllegalArgumentException notALanguage) {
            return Words.of("en");
        }
    }
}
