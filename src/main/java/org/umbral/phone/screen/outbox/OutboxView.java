package org.umbral.phone.screen.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.umbral.phone.CaseRow;
import org.umbral.phone.Delivery;
import org.umbral.phone.Intake;
import org.umbral.phone.screen.words.Words;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.Waiting;
import org.umbral.phone.sync.LinkState;
import org.umbral.phone.sync.Progress;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;

/** What waits, grouped by case where the vault is open, and how the connection is doing; no controls. */
record OutboxView(List<Group> groups, Progress progress, boolean revoked, boolean joined) {
    /** @param name of the case; empty while the vault is shut or the case is forgotten */
    record Group(String name, List<Waiting> items) {}

    static OutboxView read(Outbox outbox, Intake intake, Progress progress) throws Failure {
        Map<Sha256, String> names = new LinkedHashMap<>();
        for (CaseRow row : intake.cases()) {
            String name = row.name().isBlank() ? row.code() : row.name();
            for (Delivery.Line line : row.delivery().items()) {
                names.put(line.name(), name);
            }
        }
        Map<String, List<Waiting>> grouped = new LinkedHashMap<>();
        Map<String, String> named = new LinkedHashMap<>();
        for (Waiting item : outbox.waiting()) {
            grouped.computeIfAbsent(item.group(), group -> new ArrayList<>()).add(item);
            Optional.ofNullable(names.get(item.name())).ifPresent(name -> named.put(item.group(), name));
        }
        List<Group> groups = grouped.entrySet().stream()
                .map(entry -> new Group(named.getOrDefault(entry.getKey(), ""), entry.getValue()))
                .toList();
        return new OutboxView(
                groups,
                progress,
                outbox.link().filter(link -> link.revoked()).isPresent(),
                outbox.link().isPresent());
    }

    LinkState link() {
        if (revoked) {
            return LinkState.REVOKED;
        }
        return joined ? progress.state() : LinkState.NOT_JOINED;
    }

    int count() {
        return groups.stream().mapToInt(group -> group.items().size()).sum();
    }

    long bytes() {
        return groups.stream()
                .flatMap(group -> group.items().stream())
                .mapToLong(Waiting::size)
                .sum();
    }

    Optional<String> oldest(Words words) {
        return groups.stream()
                .flatMap(group -> group.items().stream())
                .map(Waiting::firstQueued)
                .min(java.util.Comparator.naturalOrder())
                .map(words::since);
    }

    /** Whole seconds until the next try by itself. */
    Optional<Long> secondsToNextTry(Words words) {
        return progress.nextTry()
                .map(at -> Math.max(0, Duration.between(words.now(), at).toSeconds()));
    }

    /** Photos stay here because the worker chose so. */
    boolean photosWait() {
        return progress.photosWait()
                && groups.stream()
                        .flatMap(group -> group.items().stream())
                        .anyMatch(item -> item.lane().isEvidence());
    }

    /** Nothing else waits for the link. */
    boolean onlyPhotosWait() {
        return photosWait()
                && groups.stream()
                        .flatMap(group -> group.items().stream())
                        .allMatch(item -> item.lane().isEvidence());
    }

    /** How long what waits needs at the link's present pace, in whole minutes, at least one; only while it is being sent. */
    Optional<Long> minutesLeft() {
        if (progress.state() != LinkState.SENDING || progress.bytesPerSecond().isEmpty()) {
            return Optional.empty();
        }
        long left = groups.stream()
                .flatMap(group -> group.items().stream())
                .filter(this::goesNow)
                .mapToLong(item -> item.size() - sent(item))
                .sum();
        long perMinute = progress.bytesPerSecond().getAsLong() * 60;
        return Optional.of(Math.max(1, (left + perMinute - 1) / perMinute));
    }

    private boolean goesNow(Waiting item) {
        boolean stays = progress.photosWait() && item.lane().isEvidence();
        return item.refused().isEmpty() && !stays;
    }

    long sent(Waiting item) {
        return Math.min(item.size(), progress.sentBytes().getOrDefault(item.name(), 0L));
    }
}
