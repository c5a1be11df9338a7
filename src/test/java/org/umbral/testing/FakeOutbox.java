package org.umbral.testing;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.Bug;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.MailPage;

/** An outbox as the screens see it: what waits, and the clinic. */
public final class FakeOutbox implements Outbox {
    public volatile List<Waiting> waiting = List.of();
    private volatile Optional<ClinicLink> link = Optional.empty();

    public void join(String telephone) {
        link = Optional.of(new ClinicLink(
                "clinic-FICT",
                "Clínica Legal Ficticia",
                "device-FICT",
                "person-FICT",
                List.of("https://clinic.example.org"),
                "token",
                List.of(),
                null,
                1,
                "",
                "",
                1,
                "",
                telephone,
                false));
    }

    public void revoke() {
        link = link.map(ClinicLink::asRevoked);
    }

    @Override
    public Optional<ClinicLink> link() {
        return link;
    }

    @Override
    public void link(ClinicLink now) {
        link = Optional.of(now);
    }

    @Override
    public void revoked(ClinicLink refused) {
        throw notForScreens();
    }

    @Override
    public void joined(ClinicLink now, List<SignedDocument> documents) {
        throw notForScreens();
    }

    @Override
    public List<SignedDocument> documents() {
        return List.of();
    }

    @Override
    public List<Waiting> waiting() {
        return waiting;
    }

    @Override
    public int waitingCount() {
        return waiting.size();
    }

    @Override
    public void onChange(Runnable listener) {}

    @Override
    public InputStream read(Sha256 name, long offset) {
        throw notForScreens();
    }

    @Override
    public void tried(Sha256 name) {
        throw notForScreens();
    }

    @Override
    public void refused(Sha256 name, String reason) {
        throw notForScreens();
    }

    @Override
    public void received(Receipt receipt, SignedDocument signed) {
        throw notForScreens();
    }

    @Override
    public Optional<String> epoch() {
        return Optional.empty();
    }

    @Override
    public Optional<Newest> newest() {
        return Optional.empty();
    }

    @Override
    public List<HaveRequest.Gone> fellBehind(long position) {
        return List.of();
    }

    @Override
    public List<HaveRequest.Gone> epochChanged(String epoch) {
        throw notForScreens();
    }

    @Override
    public Optional<List<HaveRequest.Gone>> unanswered() {
        return Optional.empty();
    }

    @Override
    public void answered() {
        throw notForScreens();
    }

    @Override
    public Optional<String> mailCursor() {
        return Optional.empty();
    }

    @Override
    public void mail(MailPage page) {
        throw notForScreens();
    }

    @Override
    public void delivered(Duration time) {
        throw notForScreens();
    }

    @Override
    public Optional<String> serverTime() {
        return Optional.empty();
    }

    private static Bug notForScreens() {
        return new Bug("screens only look at the outbox");
    }
}
