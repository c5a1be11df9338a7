package org.umbral.phone.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.umbral.shared.wire.Problem;

/** What an answer without a receipt means for the item and for the round. */
enum Verdict {
    /** The clinic will never take these bytes. */
    REFUSED,
    /** tus: our idea of what it holds is wrong; ask. */
    OFFSET_DIFFERS,
    /** This item failed now; the others go on, and it is tried again in a later round. */
    LATER;

    /** Not {@code bad-request}: that is also what the clinic calls a body that broke off, and it may go through later. */
    private static final Set<String> REFUSALS = Set.of(Problem.HASH_DIFFERS, Problem.TOO_LARGE);

    private static final long LONGEST_WAIT = Duration.ofHours(1).toSeconds();

    /** Throws where the whole round has to stop: the token is refused, or the clinic cannot take anything now. */
    static Verdict of(Answer answer) throws Halt {
        String reason = answer.reason();
        int status = answer.status();
        if ((status == 401 || status == 403)
                && (reason.equals(Problem.REVOKED) || reason.equals(Problem.UNKNOWN_TOKEN))) {
            throw new Halt(LinkState.REVOKED);
        }
        if (status == 429 || status == 503 || status == 507) {
            throw new Halt(LinkState.CLINIC_BUSY, waitAsked(answer));
        }
        if (status < 500 && REFUSALS.contains(reason)) {
            return REFUSED;
        }
        return status == 404 || status == 409 || status == 410 ? OFFSET_DIFFERS : LATER;
    }

    /** How the worker is told of items that failed and are tried again. */
    static LinkState stateFor(Answer answer) {
        boolean ours = answer.status() >= 500 || !answer.reason().isEmpty();
        return ours ? LinkState.CLINIC_BUSY : LinkState.NOT_THE_CLINIC;
    }

    static Optional<Duration> waitAsked(Answer answer) {
        try {
            return answer.header("Retry-After")
                    .map(text -> Math.max(0, Math.min(LONGEST_WAIT, Long.parseLong(text.trim()))))
                    .map(Duration::ofSeconds);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
