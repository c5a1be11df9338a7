package org.umbral.phone.screen;

import java.util.Optional;
import org.umbral.phone.Intake;
import org.umbral.phone.screen.cross.CrossSheet;
import org.umbral.phone.screen.evidence.EvidencePart;
import org.umbral.phone.screen.evidence.EvidenceScreen;
import org.umbral.phone.screen.evidence.Pictures;
import org.umbral.phone.screen.evidence.Shutter;
import org.umbral.phone.screen.intake.Consents;
import org.umbral.phone.screen.intake.IntakeModel;
import org.umbral.phone.screen.intake.IntakeScreen;
import org.umbral.phone.screen.list.CaseList;
import org.umbral.phone.screen.notice.ClosingScreen;
import org.umbral.phone.screen.onecase.CaseScreen;
import org.umbral.phone.screen.outbox.OutboxScreen;
import org.umbral.phone.screen.shell.Screen;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.phone.store.ClinicLink;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Step;

/** From screen to screen while the vault is open. Lives as long as its shell. */
final class Flows {
    private final PhoneServices services;
    private final Shell shell;
    private final Words words;
    private final Work work;
    private final Intake intake;
    private final Pictures pictures;
    private final Shutter shutter;
    private final Runnable cross;

    /** @param cross empties the phone, after the person held the button */
    Flows(PhoneServices services, Shell shell, Words words, Work work, Intake intake, Runnable cross) {
        this.cross = cross;
        this.services = services;
        this.shell = shell;
        this.words = words;
        this.work = work;
        this.intake = intake;
        // Photos have their own order of work, so that words never wait for one.
        Work photos = work.beside();
        this.pictures = new Pictures(intake, work.beside(), words);
        this.shutter = new Shutter(
                intake,
                photos,
                services.camera(),
                services.filePicker(),
                services.captures(),
                services::cameraOpens,
                services::cameraReturned);
    }

    Screen list() {
        return new CaseList(
                shell,
                words,
                work,
                intake,
                services.outbox(),
                new CaseList.Ways(this::begin, this::open, this::outbox, this::join, this::askToCross));
    }

    private void askToCross() {
        CrossSheet.open(shell, words, work, services.outbox()::undelivered, cross);
    }

    /** Reads sealed letters and forgets what may be forgotten. */
    void tidy() {
        work.ask(intake::tidy, changed -> {}, this::say);
        work.ask(intake::leftovers, found -> found.forEach(this::adopt), this::say);
    }

    /** A photo found after a kill goes to the evidence that it was taken for. */
    private void adopt(Intake.Leftover leftover) {
        work.ask(() -> intake.adopt(leftover), page -> shell.toast(words.of("leftover.adopted")), this::say);
    }

    private void say(Failure failure) {
        shell.toast(words.failure(failure));
    }

    private void join() {
        shell.push(PhoneScreens.joinScreen(services, shell, words, work, Optional.empty(), () -> shell.only(list())));
    }

    private void outbox() {
        shell.push(new OutboxScreen(shell, words, work, intake, services.outbox(), services.courier(), this::join));
    }

    private void open(CaseId id) {
        shell.push(new CaseScreen(
                shell,
                words,
                work,
                intake,
                services.outbox(),
                pictures,
                id,
                place -> edit(id, place),
                this::closingAgain));
    }

    private void begin() {
        work.ask(
                () -> intake.read(intake.begin(HowKnown.FACE_TO_FACE)),
                file -> capture(new IntakeModel(intake, work, words, file), Optional.empty()),
                this::say);
    }

    private void edit(CaseId id, Optional<IntakeScreen.Place> place) {
        work.ask(
                () -> intake.read(id),
                file -> capture(new IntakeModel(intake, work, words, file).laterSitting(), place),
                this::say);
    }

    /** Takes a case up again, at a place where one is given, else where something is missing. */
    private void capture(IntakeModel model, Optional<IntakeScreen.Place> place) {
        work.ask(() -> services.outbox().link(), link -> capture(model, place, link), this::say);
    }

    private void capture(IntakeModel model, Optional<IntakeScreen.Place> place, Optional<ClinicLink> link) {
        CaseFile file = model.file();
        Consents consents = new Consents(model, intake);
        IntakeScreen.Ways ways = new IntakeScreen.Ways(
                shown -> new EvidencePart(model, pictures, item -> evidence(model, consents, shown, item)),
                () -> leave(file.id(), this::home),
                () -> leave(
                        file.id(),
                        () -> closing(model, consents, link, () -> {
                            home();
                            open(file.id());
                        })),
                () -> leave(file.id(), () -> closing(model, consents, link, this::home)),
                () -> work.run(() -> intake.refuse(file.id()), this::refused, this::say),
                () -> discard(file.id()),
                link.map(ClinicLink::emergencyTelephone));
        model.ready(() -> shell.push(
                new IntakeScreen(shell, model, consents, place.filter(wanted -> consents.isDoorOpen()), ways)));
    }

    /** Every intake ends with what the person takes along. */
    private void closing(IntakeModel model, Consents consents, Optional<ClinicLink> link, Runnable done) {
        shell.only(closing(model.file(), consents, link, done));
    }

    private void closingAgain(CaseFile file) {
        Consents consents = new Consents(new IntakeModel(intake, work, words, file), intake);
        work.ask(
                () -> services.outbox().link(),
                link -> shell.push(closing(file, consents, link, shell::back)),
                this::say);
    }

    private Screen closing(CaseFile file, Consents consents, Optional<ClinicLink> link, Runnable done) {
        return new ClosingScreen(
                shell,
                words,
                consents.notices(),
                consents.reading().language(),
                ClosingScreen.Card.of(file, link),
                done);
    }

    private void evidence(IntakeModel model, Consents consents, Step step, ItemId item) {
        shell.push(new EvidenceScreen(shell, model, consents, shutter, pictures, step, item));
    }

    private void home() {
        shell.only(list());
    }

    private void leave(CaseId id, Runnable then) {
        work.run(() -> intake.leave(id), then, this::say);
    }

    private void refused() {
        home();
        shell.toast(words.of("consent.refused"));
    }

    private void discard(CaseId id) {
        work.run(
                () -> intake.discardDraft(id),
                () -> {
                    home();
                    shell.toast(
                            words.of("discard.done"),
                            words.of("undo"),
                            () -> work.ask(() -> intake.undo(id), undone -> shell.refresh(), this::say));
                },
                this::say);
    }
}
