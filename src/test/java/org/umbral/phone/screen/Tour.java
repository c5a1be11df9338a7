package org.umbral.phone.screen;

import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.scene.control.TextArea;
import org.umbral.phone.Delivery;
import org.umbral.phone.screen.words.Places;
import org.umbral.phone.screen.words.SaidDate;
import org.umbral.phone.store.Lane;
import org.umbral.phone.store.Waiting;
import org.umbral.phone.sync.LinkState;
import org.umbral.phone.sync.Progress;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.ScreenBench;

/** Walks a fictitious worker through every screen, and stops at each. */
final class Tour {
    static final String NAME = "Ana María Ficticio Prueba";

    private final Hand hand;
    private final Consumer<String> stop;
    private final ScreenBench bench;

    /** @param stop is told the name of each screen while it is shown */
    Tour(Hand hand, Consumer<String> stop) {
        this.hand = hand;
        this.bench = hand.bench;
        this.stop = name -> {
            hand.settle();
            hand.awaitFrame();
            stop.accept(name);
        };
    }

    void all() {
        firstStart();
        join();
        consent();
        steps();
        evidence();
        finish();
        list();
        settings();
        outbox();
        lock();
    }

    void firstStart() {
        hand.see("offer");
        stop.accept("first-start");
        hand.tap("own");
        hand.type("passphrase", "short");
        hand.tap("use-own");
        hand.top();
        stop.accept("first-start-own");
        hand.tapWords(said("passphrase.words"));
        hand.tap("wrote");
        hand.tap("use-words");
        hand.see("case-list");
        hand.awaitWords(said("list.join"));
        stop.accept("list-not-joined");
    }

    void join() {
        hand.tap("join-first");
        hand.see("invitation");
        stop.accept("join");
        hand.type("invitation", "UMBRAL1 00C1J 88");
        hand.tap("join");
        stop.accept("join-mistyped");
        TextArea text = (TextArea) hand.see("invitation");
        Hand.onUi(() -> {
            text.setText(ScreenBench.anInvitation().groupedText());
            return true;
        });
        hand.tap("join");
        hand.awaitWords("Clínica Legal Ficticia");
        stop.accept("joined");
        hand.tap("joined-next");
        hand.see("empty");
        stop.accept("list-empty");
    }

    void consent() {
        hand.tap("new-intake");
        hand.see("notice-en");
        stop.accept("intake-consent");
        hand.tap("notice-fa-AF");
        hand.tap("notice-open");
        hand.see("read-by-WORKER");
        stop.accept("notice-right-to-left");
        hand.tap("back");
        hand.tap("notice-en");
        hand.tap("notice-open");
        hand.see("read-by-WORKER");
        stop.accept("notice");
        hand.tap("read-by-WORKER");
        hand.tap("consent.COLLECT_AND_STORE.GIVEN");
        hand.tap("consent.SHARE_WITH_CLINIC.GIVEN");
        hand.tap("consent-more");
        hand.tap("consent.CONTACT_SPONSOR.GIVEN");
        hand.tap("consent.ANONYMOUS_STATISTICS.REFUSED");
        hand.awaitSaved();
        hand.reveal(hand.see("consent.COLLECT_AND_STORE.GIVEN"));
        stop.accept("intake-consent-answered");
        hand.tap("consent-refuse");
        stop.accept("intake-refuse");
        hand.tapWords(said("consent.refuse.no"));
        hand.tap("next");
    }

    void steps() {
        hand.tap("CAS-06.NOW_LIFE_THREATENING");
        hand.awaitSaved();
        hand.top();
        stop.accept("intake-why");
        hand.tapWords(hand.words().of("protocol.understood"));
        hand.tap("GRD-01.NEEDS_HOSPITAL");
        hand.type("GRD-03", "The doctor wrote: surgery within 10 days.");
        hand.awaitSaved();
        stop.accept("intake-why-told");
        hand.tap("next");
        hand.type("PER-02", NAME);
        hand.tap("PER-04.NO");
        hand.tap("PER-11.month");
        hand.see("pick-list");
        stop.accept("pick-month");
        hand.tapWords(SaidDate.month(hand.words(), PartialDate.Calendar.GREG, 3, TextStyle.FULL_STANDALONE));
        hand.type("PER-11.day", "17");
        hand.type("PER-11.year", "1985");
        hand.awaitSaved();
        hand.top();
        stop.accept("intake-person");
        hand.tap("more-fields");
        hand.type("PER-05", "FICTICIO PRUEBA");
        hand.type("PER-06", "ANA MARIA");
        hand.tap("CAS-08.PRINCIPAL");
        stop.accept("intake-person-more");
        hand.tap("next");
        hand.tap("PER-28A.WHATSAPP");
        hand.type("PER-28", "+52 664 555 0100");
        hand.awaitSaved();
        hand.top();
        stop.accept("intake-find");
        hand.tap("next");
        hand.tap("CAS-03.AT_PORT_OR_BORDER_OUTSIDE_US");
        hand.tap("CAP-09.SHELTER");
        hand.awaitSaved();
        hand.top();
        stop.accept("intake-where");
        hand.tap("CAP-08.FACE_TO_FACE");
        hand.tap("CAP-06.earlier");
        hand.type("CAP-06.time", "13:40");
        hand.tap("CAP-14.NO");
        hand.awaitSaved();
        stop.accept("intake-heard");
        hand.tap("next");
        hand.tap("PER-16");
        hand.type("pick-search", mexico().substring(0, 3));
        stop.accept("pick-country");
        hand.tapWords(mexico());
        hand.tap("PER-18.DECLINED");
        hand.type("PER-21", "A 12-345");
        hand.awaitSaved();
        hand.top();
        stop.accept("intake-papers");
        for (String past : List.of("family", "journey", "health", "sponsor")) {
            hand.tap("next");
            if (!past.equals("sponsor")) {
                stop.accept("intake-" + past);
            }
            if (past.equals("journey")) {
                places();
            }
        }
        hand.type("SPO-03", "Berta Ficticio");
        hand.type("SPO-05", "+1 202 555 0123");
        hand.tap("SPO-02.RELATIVE");
        hand.awaitSaved();
        hand.top();
        stop.accept("intake-sponsor");
        bench.intake.diskFull = true;
        hand.tap("SPO-02.FRIEND");
        hand.awaitWords(said("saved.FAILED"));
        hand.top();
        stop.accept("intake-not-saved");
        bench.intake.diskFull = false;
        hand.tapWords(said("again"));
        hand.awaitSaved();
        hand.tap("next");
        stop.accept("intake-ties");
        hand.tap("next");
    }

    /** Places of the clinic's table below the line, while somebody types; one tap takes one. */
    private void places() {
        bench.intake.ports = List.of("Puente Ficticio Norte, Ciudad Ejemplo", "Puente Ficticio Sur, Villa Ejemplo");
        hand.type("BOR-04", "Puente");
        hand.awaitWords(bench.intake.ports.get(1));
        hand.reveal(hand.see("BOR-04"));
        stop.accept("intake-places");
        hand.tapWords(bench.intake.ports.get(1));
        hand.awaitSaved();
        hand.top();
    }

    void evidence() {
        hand.see("add-evidence");
        stop.accept("intake-evidence-none");
        hand.tap("add-evidence");
        hand.see("photos-yes");
        stop.accept("evidence-permission");
        hand.tap("photos-yes");
        hand.tap("take");
        hand.see("page-1");
        hand.tap("take-next");
        hand.see("page-2");
        hand.tap("pick-next");
        hand.see("page-3");
        hand.tap("EVD-02.DOCTOR_LETTER");
        hand.tap("EVD-09.ORIGINAL");
        awaitPictures();
        hand.top();
        stop.accept("evidence");
        hand.tap("page-2");
        stop.accept("evidence-page");
        hand.tap("see");
        hand.see("photo");
        await().until(() -> Hand.onUi(
                () -> !hand.scene().getRoot().lookupAll(".photo-scroll").isEmpty()));
        stop.accept("photo");
        hand.tap("back");
        hand.tap("evidence-done");
        hand.see("add-evidence");
        awaitPictures();
        hand.top();
        stop.accept("intake-evidence");
        hand.tap("menu");
        stop.accept("intake-menu");
        hand.tap("step-evidence");
    }

    private void awaitPictures() {
        await().until(() -> Hand.onUi(() -> hand.scene().getRoot().lookupAll(".thumbnail").stream()
                .filter(node -> !node.getStyleClass().contains("add-tile"))
                .allMatch(node -> !node.lookupAll(".image-view").isEmpty())));
    }

    void finish() {
        hand.tap("next");
        hand.see("closing-done");
        stop.accept("closing");
        hand.tap("closing-done");
        hand.see("delivery");
        CaseId id = bench.intake.caseOf(NAME);
        bench.intake.deliveries.put(id, delivery(Delivery.State.SENDING, 2, 4, Optional.empty()));
        Hand.onUi(() -> {
            bench.courier.say(bench.courier.progress());
            return true;
        });
        hand.awaitWords(said("delivery.sending", 2, 4));
        bench.intake.mayKnow(id, true);
        hand.awaitWords(said("case.may-know"));
        awaitPictures();
        stop.accept("case");
        hand.reveal(hand.see("pin"));
        stop.accept("case-evidence");
        hand.top();
        hand.tap("back");
    }

    void list() {
        other(
                "Jean Ficticio",
                "DETAINED_ICE",
                "WITHIN_2_WEEKS",
                delivery(Delivery.State.OPENED, 2, 2, Optional.of(ScreenBench.NOW.minusSeconds(120))));
        other(
                "Zalmai Ficticio",
                "AT_PORT_OR_BORDER_OUTSIDE_US",
                "NOW_LIFE_THREATENING",
                new Delivery(
                        Delivery.State.KEPT_HERE,
                        0,
                        1,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ScreenBench.NOW.minusSeconds(2400))));
        other(
                "Olena Ficticia",
                "ABROAD_ELSEWHERE",
                "ROUTINE",
                new Delivery(
                        Delivery.State.NEEDS_YOU,
                        1,
                        2,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        waits();
        bench.courier.say(new Progress(
                LinkState.SENDING, Map.of(name(3), 143_000L), Optional.empty(), Optional.of(ScreenBench.NOW)));
        hand.awaitWords("Zalmai Ficticio");
        hand.top();
        stop.accept("list");
        hand.type("search", "zal");
        stop.accept("list-search");
        hand.erase(3);
    }

    void settings() {
        hand.tap("settings-open");
        hand.see("settings");
        stop.accept("settings");
        hand.reveal(hand.see("photos.wait"));
        stop.accept("settings-end");
        hand.tap("back");
        hand.see("case-list");
    }

    void outbox() {
        hand.tap("outbox-line");
        hand.see("outbox");
        hand.awaitWords(Tour.NAME);
        stop.accept("outbox");
        bench.courier.say(new Progress(
                LinkState.SENDING,
                Map.of(name(3), 143_000L),
                Optional.empty(),
                Optional.of(ScreenBench.NOW),
                OptionalLong.of(4_000),
                false));
        hand.awaitWords(said("link.SENDING"));
        stop.accept("outbox-sending");
        photosWait();
        bench.courier.say(new Progress(
                LinkState.NO_CONNECTION,
                Map.of(),
                Optional.of(ScreenBench.NOW.plusSeconds(8)),
                Optional.of(ScreenBench.NOW.minusSeconds(3000))));
        hand.awaitWords(said("link.NO_CONNECTION"));
        stop.accept("outbox-offline");
        bench.outbox.revoke();
        bench.courier.say(bench.courier.progress());
        hand.awaitWords(said("list.join.again"));
        stop.accept("outbox-revoked");
        bench.outbox.join("+1 202 555 0123");
        bench.outbox.waiting = List.of();
        bench.courier.say(new Progress(
                LinkState.IDLE, Map.of(), Optional.empty(), Optional.of(ScreenBench.NOW.minusSeconds(60))));
        hand.awaitWords(said("outbox.empty"));
        stop.accept("outbox-empty");
        hand.tap("back");
    }

    private void photosWait() {
        List<Waiting> all = bench.outbox.waiting;
        bench.outbox.waiting =
                all.stream().filter(item -> item.lane().isEvidence()).toList();
        bench.courier.say(new Progress(
                LinkState.IDLE,
                Map.of(),
                Optional.empty(),
                Optional.of(ScreenBench.NOW.minusSeconds(60)),
                OptionalLong.empty(),
                true));
        hand.awaitWords(said("outbox.photos.send"));
        stop.accept("outbox-photos-wait");
        bench.outbox.waiting = all;
    }

    void lock() {
        hand.tap("lock");
        hand.see("lock-screen");
        stop.accept("lock");
        hand.type("unlock-field", "not the one");
        hand.tap("unlock");
        hand.awaitWords(said("failure.wrong-passphrase"));
        stop.accept("lock-wrong");
    }

    private void other(String name, String situation, String urgency, Delivery delivery) {
        CaseId id = bench.intake.begin(HowKnown.FACE_TO_FACE);
        ItemId person = bench.intake.newItem(id, "person", ItemId.CASE);
        bench.intake.set(id, person, "PER-02", Value.text(name));
        bench.intake.set(id, ItemId.CASE, "CAS-03", Value.text(situation));
        bench.intake.set(id, ItemId.CASE, "CAS-06", Value.text(urgency));
        bench.intake.deliveries.put(id, delivery);
    }

    private void waits() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        bench.outbox.waiting = List.of(
                new Waiting(name(8), 1_410, Lane.EMERGENCY_ENTRY, "g2", 3, day, Optional.empty()),
                new Waiting(name(3), 241_000, Lane.EVIDENCE, "g1", 1, day.plusDays(1), Optional.empty()),
                new Waiting(name(4), 388_000, Lane.EVIDENCE, "g1", 0, day.plusDays(1), Optional.empty()));
    }

    private static Delivery delivery(Delivery.State state, int sent, int total, Optional<Instant> opened) {
        List<Delivery.Line> lines = List.of(
                new Delivery.Line(name(1), false, 1_820, true, Optional.empty()),
                new Delivery.Line(name(2), true, 310_000, true, Optional.empty()),
                new Delivery.Line(name(3), true, 241_000, false, Optional.empty()),
                new Delivery.Line(name(4), true, 388_000, false, Optional.empty()));
        boolean all = sent == total;
        return new Delivery(
                state,
                sent,
                total,
                all ? lines.subList(0, 2) : lines,
                all ? Optional.of(ScreenBench.NOW.minusSeconds(300)) : Optional.empty(),
                opened,
                Optional.empty());
    }

    private static Sha256 name(int number) {
        return Sha256.of(new byte[] {(byte) number});
    }

    private String said(String key, Object... about) {
        return hand.words().of(key, about);
    }

    private String mexico() {
        return Places.country(hand.words(), "MEX");
    }
}
