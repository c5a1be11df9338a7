package org.umbral.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Lane;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.wire.MailPage;

/** What every outbox promises to the courier; the store's and the tests' own are held to it. */
public abstract class OutboxContract {
    private Outbox outbox;

    /** A fresh outbox. */
    protected abstract Outbox outbox() throws Exception;

    /** Commits sealed bytes to the fresh outbox, as the store does it; gives their name. */
    protected abstract Sha256 enqueue(Outbox outbox, byte[] sealed, Lane lane) throws Exception;

    /** Forgets the sealed bytes of a receipted item; its receipt stays. */
    protected abstract void forgetBytes(Outbox outbox, Sha256 name) throws Exception;

    @BeforeEach
    void open() throws Exception {
        outbox = outbox();
    }

    private Sha256 enqueue(int seed, int size, Lane lane) throws Exception {
        byte[] sealed = new byte[size];
        new Random(seed).nextBytes(sealed);
        return enqueue(outbox, sealed, lane);
    }

    private void receive(Sha256 name, String epoch, long position) throws TryAgain {
        Receipt receipt =
                new Receipt(Receipt.FORMAT, name.hex(), 10, epoch, position, "2026-11-21T10:00:0" + position + "Z");
        outbox.received(receipt, new SignedDocument("receipt", 0, "{}", "signed"));
    }

    private List<Sha256> names() throws TryAgain {
        return outbox.waiting().stream().map(Waiting::name).toList();
    }

    @Test
    void aFreshOutboxHoldsNothing() throws Exception {
        assertThat(outbox.link()).isEmpty();
        assertThat(outbox.documents()).isEmpty();
        assertThat(outbox.waiting()).isEmpty();
        assertThat(outbox.waitingCount()).isZero();
        assertThat(outbox.epoch()).isEmpty();
        assertThat(outbox.mailCursor()).isEmpty();
        assertThat(outbox.serverTime()).isEmpty();
    }

    @Test
    void afterTwelveHoursOfDeliveringWhatWaitsGoesBeforeAllNewerOfItsKind() throws Exception {
        Sha256 largePhoto = enqueue(1, 9000, Lane.EVIDENCE);
        Sha256 longWords = enqueue(2, 900, Lane.ENTRY);
        outbox.delivered(Duration.ofHours(12).minusSeconds(1));
        Sha256 urgentPhoto = enqueue(3, 500, Lane.EMERGENCY_EVIDENCE);
        Sha256 urgentWords = enqueue(4, 300, Lane.EMERGENCY_ENTRY);
        assertThat(names()).containsExactly(urgentWords, longWords, urgentPhoto, largePhoto);

        outbox.delivered(Duration.ofSeconds(1));

        assertThat(names()).containsExactly(longWords, urgentWords, largePhoto, urgentPhoto);
    }

    @Test
    void itemsGoByLaneThenSmallFirstThenOldFirst() throws Exception {
        Sha256 photo = enqueue(1, 9000, Lane.EVIDENCE);
        Sha256 large = enqueue(2, 700, Lane.ENTRY);
        Sha256 older = enqueue(3, 500, Lane.ENTRY);
        Sha256 newer = enqueue(4, 500, Lane.ENTRY);
        Sha256 urgentPhoto = enqueue(5, 9500, Lane.EMERGENCY_EVIDENCE);
        Sha256 urgent = enqueue(6, 900, Lane.EMERGENCY_ENTRY);

        assertThat(names()).containsExactly(urgent, older, newer, large, urgentPhoto, photo);
        assertThat(outbox.waitingCount()).isEqualTo(6);
    }

    @Test
    void theSealedBytesAreReadFromAnyByte() throws Exception {
        byte[] sealed = new byte[100_000];
        new Random(7).nextBytes(sealed);
        Sha256 name = enqueue(outbox, sealed, Lane.EVIDENCE);

        assertThat(read(name, 0)).isEqualTo(sealed);
        assertThat(Sha256.of(read(name, 0))).isEqualTo(name);
        assertThat(read(name, 65_537)).hasSize(100_000 - 65_537).endsWith(sealed[99_999]);
        assertThat(read(name, 100_000)).isEmpty();
    }

    private byte[] read(Sha256 name, long offset) throws TryAgain, IOException {
        try (InputStream in = outbox.read(name, offset)) {
            return in.readAllBytes();
        }
    }

    @Test
    void aReceiptedItemWaitsNoMoreAndAgainChangesNothing() throws Exception {
        Sha256 first = enqueue(1, 10, Lane.ENTRY);
        Sha256 second = enqueue(2, 11, Lane.ENTRY);

        receive(first, "one", 2);
        receive(first, "one", 2);

        assertThat(names()).containsExactly(second);
        assertThat(outbox.waitingCount()).isEqualTo(1);
        assertThat(outbox.serverTime()).contains("2026-11-21T10:00:02Z");
    }

    @Test
    void theNewestServerTimeStays() throws Exception {
        receive(enqueue(1, 10, Lane.ENTRY), "one", 5);
        receive(enqueue(2, 10, Lane.ENTRY), "one", 3);

        assertThat(outbox.serverTime()).contains("2026-11-21T10:00:05Z");
    }

    @Test
    void triesAreCounted() throws Exception {
        Sha256 name = enqueue(1, 10, Lane.ENTRY);

        outbox.tried(name);
        outbox.tried(name);

        assertThat(outbox.waiting().get(0).tries()).isEqualTo(2);
    }

    @Test
    void aRefusedItemStaysMarkedUntilTheNextJoin() throws Exception {
        Sha256 name = enqueue(1, 10, Lane.ENTRY);

        outbox.refused(name, "too-large");
        assertThat(outbox.waiting().get(0).refused()).contains("too-large");
        assertThat(outbox.waitingCount()).isEqualTo(1);

        outbox.link(someLink());
        assertThat(outbox.waiting().get(0).refused()).isEmpty();
    }

    @Test
    void theLinkIsReadAsItWasFiled() throws Exception {
        outbox.link(someLink());
        assertThat(outbox.link()).contains(someLink());

        outbox.link(someLink().asRevoked());
        assertThat(outbox.link().map(ClinicLink::revoked)).contains(true);
    }

    @Test
    void aRefusedTokenIsThatOfItsJoinAndNotOfALaterOne() throws Exception {
        ClinicLink before = someLink("before");
        outbox.link(before);
        outbox.revoked(before);
        assertThat(outbox.link()).contains(before.asRevoked());

        outbox.joined(someLink(), List.of());
        outbox.revoked(before);

        assertThat(outbox.link()).contains(someLink());
    }

    @Test
    void theDocumentsOfAJoinWaitUntilThoseOfTheNextReplaceThem() throws Exception {
        SignedDocument policy = new SignedDocument("policy", 1, "{}", "signed");
        SignedDocument catalogue = new SignedDocument("catalogue", 1, "{\"format\":1}", "signed");
        Sha256 name = enqueue(1, 10, Lane.ENTRY);
        outbox.refused(name, "too-large");

        outbox.joined(someLink(), List.of(policy, catalogue));
        assertThat(outbox.link()).contains(someLink());
        assertThat(outbox.documents()).containsExactly(policy, catalogue);
        assertThat(outbox.waiting().get(0).refused()).isEmpty();

        outbox.link(someLink().asRevoked());
        outbox.joined(someLink(), List.of(policy));
        assertThat(outbox.documents()).containsExactly(policy);
    }

    @Test
    void inAnotherEpochWhatIsStillHeldWaitsAgainAndTheRestIsReported() throws Exception {
        outbox.epochChanged("one");
        Sha256 held = enqueue(1, 10, Lane.ENTRY);
        Sha256 forgotten = enqueue(2, 10, Lane.ENTRY);
        receive(held, "one", 1);
        receive(forgotten, "one", 2);
        forgetBytes(outbox, forgotten);
        outbox.mail(new MailPage("one", "one:1", false, List.of(new MailPage.Letter(1, new byte[] {1}))));

        assertThat(outbox.unanswered()).isEmpty();
        var gone = outbox.epochChanged("two");

        assertThat(outbox.unanswered()).contains(gone);
        outbox.answered();
        assertThat(outbox.unanswered()).isEmpty();
        assertThat(outbox.epoch()).contains("two");
        assertThat(names()).containsExactly(held);
        assertThat(gone).hasSize(1);
        assertThat(gone.get(0).sha256()).isEqualTo(forgotten.hex());
        assertThat(outbox.mailCursor()).isEmpty();
    }

    @Test
    void receiptsBeyondWhereTheClinicStandsCountNoMore() throws Exception {
        outbox.epochChanged("one");
        Sha256 kept = enqueue(1, 10, Lane.ENTRY);
        Sha256 lost = enqueue(2, 10, Lane.ENTRY);
        Sha256 forgotten = enqueue(3, 10, Lane.ENTRY);
        receive(kept, "one", 1);
        receive(lost, "one", 2);
        receive(forgotten, "one", 3);
        forgetBytes(outbox, forgotten);
        assertThat(outbox.newest().orElseThrow().position()).isEqualTo(3);

        var gone = outbox.fellBehind(1);

        assertThat(outbox.unanswered()).contains(gone);
        assertThat(names()).containsExactly(lost);
        assertThat(gone).hasSize(1);
        assertThat(gone.get(0).sha256()).isEqualTo(forgotten.hex());
        assertThat(outbox.mailCursor()).isEmpty();
    }

    @Test
    void aReceiptOfTheNewEpochCountsAlreadyWhenTheChangeIsNoticed() throws Exception {
        outbox.epochChanged("one");
        receive(enqueue(1, 10, Lane.ENTRY), "two", 1);

        assertThat(outbox.epochChanged("two")).isEmpty();
        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void mailMovesTheCursorAndMayComeTwice() throws Exception {
        MailPage page = new MailPage("one", "one:7", false, List.of(new MailPage.Letter(7, new byte[] {1, 2})));

        outbox.mail(page);
        outbox.mail(page);

        assertThat(outbox.mailCursor()).contains("one:7");
    }

    @Test
    void everyChangeOfWhatWaitsIsTold() throws Exception {
        AtomicInteger told = new AtomicInteger();
        outbox.onChange(told::incrementAndGet);

        Sha256 name = enqueue(1, 10, Lane.ENTRY);
        int afterEnqueue = told.get();
        receive(name, "one", 1);

        assertThat(afterEnqueue).isPositive();
        assertThat(told.get()).isGreaterThan(afterEnqueue);
    }

    private static ClinicLink someLink() {
        return someLink("token");
    }

    private static ClinicLink someLink(String token) {
        return new ClinicLink(
                "clinic",
                "Clínica FICTICIA",
                "device",
                "person",
                List.of("https://clinic.example.org:8443"),
                token,
                List.of("AAAAAAAAAAAAAAAAAAAAAA"),
                null,
                1,
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                1,
                "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
                "555-0100",
                false);
    }
}
