package org.umbral.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.health.Health;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.casefile.CaseId;

/** A server that does well, until a test says otherwise. */
public final class HealthFake implements Health {
    private static final long GIGA = 1_000_000_000L;

    private volatile Facts facts = new Facts(
            "1.0",
            180 * GIGA,
            250 * GIGA,
            Optional.of(SampleClinic.NOW.plus(Duration.ofDays(900))),
            Optional.of(SampleClinic.NOW.minus(Duration.ofHours(20))),
            Optional.empty(),
            0,
            List.of());
    private volatile List<Lost> lost = List.of();
    private volatile List<CaseId> eraseAgain = List.of();

    /** An almost full disk, a certificate that ends, a backup that is old. */
    public void hurts() {
        facts = new Facts(
                "1.0",
                GIGA + GIGA / 2,
                250 * GIGA,
                Optional.of(SampleClinic.NOW.plus(Duration.ofDays(9))),
                Optional.of(SampleClinic.NOW.minus(Duration.ofDays(5))),
                facts.restoredAt(),
                facts.lost(),
                List.of(Trouble.DISK, Trouble.CERTIFICATE, Trouble.OLD_BACKUP));
    }

    /** Brought back from yesterday's backup; these are gone. */
    public void restored(Instant at, Lost... gone) {
        lost = List.of(gone);
        facts = new Facts(
                "1.0",
                facts.free(),
                facts.total(),
                facts.certificateEnds(),
                facts.lastBackup(),
                Optional.of(at),
                gone.length,
                List.of(Trouble.LOST));
    }

    public void silent() {
        facts = new Facts(
                "1.0",
                facts.free(),
                facts.total(),
                facts.certificateEnds(),
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(Trouble.DATABASE));
    }

    @Override
    public Facts now() {
        return facts;
    }

    @Override
    public List<Lost> lost() {
        return lost;
    }

    public void erasedSince(CaseId... cases) {
        eraseAgain = List.of(cases);
    }

    @Override
    public List<CaseId> eraseAgain() {
        return eraseAgain;
    }

    @Override
    public void setAside(StaffSession session, String device, Instant until, Why why) {
        lost = lost.stream()
                .filter(one -> !one.device().equals(device) || one.reportedAt().isAfter(until))
                .toList();
    }
}
