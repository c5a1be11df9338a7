package org.umbral.practice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.phone.Delivery;
import org.umbral.phone.Intake;
import org.umbral.phone.Phone;
import org.umbral.phone.PhoneApp;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.secret.Passphrase;

/**
 * The line without a window: a made-up case and three generated photos go from the phone's door to the clinic's desk, and
 * each step says what it made, how large, and how long it took.
 */
public final class Walk {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Desk.Changes CLEAR = new Desk.Changes(
            HowKnown.STAFF,
            Optional.empty(),
            List.of(new Desk.Change(ItemId.CASE, new FieldId("CAS-11"), Value.text("CLEAR"), Set.of())));

    private final PracticeClinic clinic;
    private final Path folder;
    private final Consumer<String> say;

    public Walk(PracticeClinic clinic, Path folder, Consumer<String> say) {
        this.clinic = clinic;
        this.folder = folder;
        this.say = say;
    }

    /** Walks to the end and closes the phone; the clinic stays. Returns the case. */
    public CaseId go() throws Failure, InterruptedException {
        Phone phone = PracticePhone.open(folder, clinic.invite(), () -> null);
        try {
            timed(Words.of("walk.passphrase"), () -> {
                phone.create(Passphrase.of(phone.offerPassphrase()));
                return Words.of("walk.passphrase.done");
            });
            timed(Words.of("walk.join"), () -> {
                phone.join(phone.invitation().orElseThrow());
                return Words.of("walk.join.done");
            });
            phone.courier().networkAllowed(false);
            say.accept(String.format(
                    Locale.ROOT, "  %-12s            %s", Words.of("walk.network"), Words.of("walk.network.done")));
            CaseId id = capture(phone.intake());
            sealed(phone);
            deliver(phone, id);
            opened(phone, id);
            return id;
        } finally {
            PhoneApp.end(phone);
        }
    }

    private CaseId capture(Intake intake) throws Failure, InterruptedException {
        Scenario scenario = Scenario.borderMedical();
        Scenario.Typed[] typed = new Scenario.Typed[1];
        timed(Words.of("walk.capture"), () -> {
            typed[0] = scenario.type(intake);
            return Words.of("walk.capture.done");
        });
        CaseId id = typed[0].caseId();
        List<Path> papers = papers();
        for (int i = 0; i < scenario.photos().size(); i++) {
            Scenario.Photo photo = scenario.photos().get(i);
            Path capture = copied(papers.get(i));
            timed(Words.of("walk.photo", i + 1), () -> {
                long before = Files.size(capture);
                intake.addPhoto(id, typed[0].item(photo.evidence()), capture);
                return Words.of("walk.photo.done", bytes(before));
            });
        }
        timed(Words.of("walk.leave"), () -> {
            intake.leave(id);
            return Words.of("walk.leave.done");
        });
        return id;
    }

    private void sealed(Phone phone) throws TryAgain {
        for (Waiting item : phone.outbox().waiting()) {
            say.accept(String.format(
                    Locale.ROOT,
                    "  %-12s %-8s %9s  %s…",
                    Words.of("walk.sealed"),
                    Words.of(item.lane().isEvidence() ? "walk.sealed.photo" : "walk.sealed.words"),
                    bytes(item.size()),
                    item.name().hex().substring(0, 12)));
        }
    }

    private void deliver(Phone phone, CaseId id) throws Failure, InterruptedException {
        CountDownLatch nothingWaits = new CountDownLatch(1);
        phone.outbox().onChange(() -> {
            try {
                if (phone.outbox().waitingCount() == 0) {
                    nothingWaits.countDown();
                }
            } catch (TryAgain later) {
                // The next change asks again.
            }
        });
        timed(Words.of("walk.deliver"), () -> {
            phone.courier().networkAllowed(true);
            if (!nothingWaits.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new TryAgain("no-connection");
            }
            Delivery delivery = phone.intake().delivery(id);
            return Words.of("walk.deliver.done", delivery.sent(), delivery.total());
        });
    }

    private void opened(Phone phone, CaseId id) throws Failure, InterruptedException {
        String session = clinic.logIn();
        try (StaffSession staff = clinic.staff(session)) {
            Desk desk = clinic.clinic().desk();
            timed(
                    Words.of("walk.queue"),
                    () -> Words.of("walk.queue.done", desk.queue(staff).size()));
            timed(Words.of("walk.conflict"), () -> {
                desk.write(staff, id, CLEAR);
                return Words.of("walk.conflict.done");
            });
            Desk.CasePage page = desk.open(staff, id);
            for (Desk.Photo photo : page.photos()) {
                timed(Words.of("walk.seen"), () -> {
                    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
                    desk.photo(staff, id, photo.envelope(), jpeg);
                    return Words.of("walk.seen.done", bytes(jpeg.size()), text(photo.width()), text(photo.height()));
                });
            }
        } finally {
            clinic.clinic().login().logout(session);
        }
        tellPhone(phone, id);
    }

    private void tellPhone(Phone phone, CaseId id) throws Failure, InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        phone.intake().onChange(() -> {
            try {
                if (phone.intake().delivery(id).openedAt().isPresent()) {
                    told.countDown();
                }
            } catch (Failure later) {
                // The next change asks again.
            }
        });
        timed(Words.of("walk.phone"), () -> {
            phone.courier().wake();
            if (!told.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new TryAgain("no-connection");
            }
            LocalTime at = phone.intake()
                    .delivery(id)
                    .openedAt()
                    .orElseThrow()
                    .atZone(ZoneId.systemDefault())
                    .toLocalTime();
            return Words.of("walk.phone.done", at.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)));
        });
    }

    private List<Path> papers() throws TryAgain {
        try (Stream<Path> files = Files.list(folder.resolve("papers"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new TryAgain("file-unreadable", e);
        }
    }

    private Path copied(Path paper) throws TryAgain {
        try {
            Path captures = Files.createDirectories(folder.resolve("phone").resolve("captures"));
            return Files.copy(paper, captures.resolve(paper.getFileName()));
        } catch (IOException e) {
            throw new TryAgain("file-unreadable", e);
        }
    }

    private void timed(String name, Step step) throws Failure, InterruptedException {
        long before = System.nanoTime();
        try {
            String what = step.take();
            long millis = (System.nanoTime() - before) / 1_000_000;
            say.accept(String.format(Locale.ROOT, "  %-12s %6d ms  %s", name, millis, what));
        } catch (IOException e) {
            throw new TryAgain("file-unreadable", e);
        }
    }

    private static String text(int number) {
        return Integer.toString(number);
    }

    private static String bytes(long bytes) {
        return String.format(Locale.ROOT, "%,d B", bytes);
    }

    @FunctionalInterface
    private interface Step {
        String take() throws Failure, IOException, InterruptedException;
    }
}
