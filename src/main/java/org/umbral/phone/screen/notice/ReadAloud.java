package org.umbral.phone.screen.notice;

import java.util.Optional;
import org.umbral.phone.screen.notice.Notices.Language;

/**
 * How the notices are read to a person: in which text, short or whole, and by whom, once the worker has said so.
 *
 * @param spoken the language that the person understands; another than the text's where an interpreter translates
 */
public record ReadAloud(Language language, String spoken, boolean brief, Optional<Reader> reader) {
    /** Who read it, so that the person understood. */
    public enum Reader {
        WORKER,
        INTERPRETER
    }

    public static ReadAloud in(Language language) {
        return new ReadAloud(language, language.tag(), false, Optional.empty());
    }

    /** Another language has to be read anew. */
    public ReadAloud in(Language text, String spoken) {
        return new ReadAloud(text, spoken, brief, Optional.empty());
    }

    public ReadAloud brief(boolean isBrief) {
        return new ReadAloud(language, spoken, isBrief, Optional.empty());
    }

    public ReadAloud readBy(Reader who) {
        return new ReadAloud(language, spoken, brief, Optional.of(who));
    }

    /** The notices are not in the person's language: only an interpreter can read them. */
    public boolean needsInterpreter() {
        return !spoken.equals(language.tag());
    }
}
