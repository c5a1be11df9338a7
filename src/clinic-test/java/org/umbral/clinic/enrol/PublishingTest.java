package org.umbral.clinic.enrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.FaultyDisk;
import org.umbral.clinic.TestRing;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.SigningKey;
import org.umbral.testing.MovableClock;

class PublishingTest {
    private final SecureRandom random = new SecureRandom();
    private final KeyRing ring = TestRing.session(random).ring();
    private String name = "Clínica Ficticia";

    @TempDir
    Path folder;

    ClinicStore store;
    Publishing publishing;

    @BeforeEach
    void open() throws TryAgain {
        store = ClinicStore.open(folder, new FaultyDisk(), new MovableClock("2026-11-21T14:00:00Z"), random);
        publishing = new Publishing(
                store.state(),
                store.documents(),
                () -> new ClinicFacts("clinic-1", name, "+1 555 0100"),
                new Addresses(List.of("https://clinic.example.org"), List.of(Sha256.ofText("key")), null),
                SigningKey.generate(random).verifyingKey(),
                new Documents.CatalogueText(1, "2026-11-21", "{}"),
                new Letters(store.devices(), store.mailbox()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void beforeTheFirstSessionTheClinicIsNotSetUp() {
        Enrolment enrolment = new Enrolment(store, new MovableClock("2026-11-21T14:00:00Z"), random);
        assertThatThrownBy(enrolment::whoAnswers)
                .isInstanceOf(TryAgain.class)
                .extracting(e -> ((Failure) e).reason())
                .isEqualTo("not-set-up");
    }

    @Test
    void onlyWhatChangedIsSignedAnew() throws Exception {
        publishing.publish(ring);
        List<SignedDocument> first = store.documents().list();
        publishing.publish(ring);
        assertThat(store.documents().list()).isEqualTo(first);
        name = "Otra Clínica Ficticia";
        publishing.publish(ring);
        assertThat(store.documents().list())
                .filteredOn(document -> !first.contains(document))
                .singleElement()
                .satisfies(document -> assertThat(document.kind()).isEqualTo(DocumentKind.CLINIC.wireName()));
    }

    @Test
    void anotherSigningKeySignsEverythingAnew() throws Exception {
        publishing.publish(ring);
        KeyRing other = TestRing.session(random).ring();
        publishing.publish(other);
        assertThat(store.documents().list())
                .hasSize(6)
                .allMatch(document -> document.holds(other.signingKey().verifyingKey()));
    }
}
