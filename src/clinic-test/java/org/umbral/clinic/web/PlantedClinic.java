package org.umbral.clinic.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.umbral.clinic.casework.Casework;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Lookalikes;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.shared.Failure;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.Group;
import org.umbral.shared.secret.Passphrase;
import org.umbral.testing.HealthFake;
import org.umbral.testing.RulesFake;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.SetUpFake;
import org.umbral.testing.StaffedClinic;
import org.umbral.testing.TablesFake;
import org.umbral.testing.WholeCatalogue;

/** A real clinic behind real pages, with a marked value in every field that not everybody reads, and somebody of each role. */
final class PlantedClinic implements AutoCloseable {
    static final Catalogue CATALOGUE = WholeCatalogue.read();
    static final String COORDINATOR = "coordinator";
    static final String PARALEGAL = "paralegal";
    /** A paralegal with the permission, after saying why. */
    static final String SPONSOR_READER = "sponsor-reader";

    static final String ATTORNEY = "attorney";
    static final String STEWARD = "steward";
    static final List<String> ROLES = List.of(COORDINATOR, PARALEGAL, SPONSOR_READER, ATTORNEY, STEWARD);
    /** Sent by a phone in a field that is not a phone's; nobody may ever read it. */
    static final String FORGED = "zqforged";

    final StaffedClinic clinic;
    final SealedCase sample;
    final SealedCase twin;
    final SealedCase.SealedPhoto photo;
    final SealedCase.SealedPhoto sponsorsPaper;
    final SamplePhone phone;
    final Map<String, List<String>> marks = new HashMap<>();
    /** Chosen by the attorney, as pages say it. */
    static final String AUTHORITY = "USCIS, parole again";

    final Map<String, String> cookies = new HashMap<>();
    final Lookalikes lookalikes;
    final Pages pages;
    final String address;
    final ItemId sponsor;

    PlantedClinic(Path folder) throws Failure {
        clinic = new StaffedClinic(folder);
        lookalikes = Casework.lookalikes(clinic.store, CATALOGUE, clinic.audit);
        pages = new Pages(
                new Doors(
                        new SetUpFake(true),
                        clinic.login,
                        clinic.people,
                        clinic.phones,
                        clinic.desk,
                        lookalikes,
                        clinic.beside,
                        clinic.guards,
                        new HealthFake(),
                        clinic.waysOut,
                        new RulesFake(CATALOGUE, clinic.clock),
                        new TablesFake(),
                        CATALOGUE),
                clinic.clock,
                clinic.random,
                PagesSettings.loopback(ZoneOffset.UTC));
        address = "http://127.0.0.1:" + pages.start(0);
        sponsor = ItemId.random(clinic.random);
        try (StaffSession attorney = clinic.session()) {
            phone = clinic.join(attorney, "Trabajador FICTICIO");
            sample = new SealedCase(phone, clinic.random);
            twin = new SealedCase(phone, clinic.random);
            photo = sample.photo(picture(mark("s3", "zqpicture")));
            sponsorsPaper = sample.photo(picture(mark("sponsor", "zqcard")));
            byPhone();
            clinic.desk.open(attorney, sample.id);
            clinic.desk.open(attorney, twin.id);
            clinic.guards.sponsors().open(attorney, sample.id, "PREPARE_REQUEST", "");
            byStaff(attorney);
            clinic.desk.ask(attorney, sample.id, "FICTICIO: is there a second page?", Optional.empty());
        }
        cookies.put(ATTORNEY, clinic.cookie());
        hire(COORDINATOR, Role.COORDINATOR, false);
        hire(PARALEGAL, Role.PARALEGAL, false);
        hire(SPONSOR_READER, Role.PARALEGAL, true);
        hire(STEWARD, Role.STEWARD, false);
    }

    /** A small picture with the words in its comment, where they stay in a PDF too. */
    static byte[] picture(String words) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try {
            ByteArrayOutputStream drawn = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "jpeg", drawn);
            byte[] jpeg = drawn.toByteArray();
            whole.write(jpeg, 0, 2);
            whole.write(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (words.length() + 2)});
            whole.write(words.getBytes(StandardCharsets.US_ASCII));
            whole.write(jpeg, 2, jpeg.length - 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return whole.toByteArray();
    }

    /** What a phone sends: names, reasons, and what a sponsor said; and once what no phone may send. */
    private void byPhone() throws Failure {
        var street = Json.object().put("street", mark("sponsor", "zqstreet"));
        clinic.deliver(
                phone,
                sample.sitting(
                        SealedCase.write("CAS-02", ItemId.CASE, Value.text(sample.code)),
                        SealedCase.write("CAS-06", ItemId.CASE, Value.text("WITHIN_72H")),
                        SealedCase.write("PER-02", sample.person, Value.text(mark("s3", "Zqname"))),
                        SealedCase.write("PER-21", sample.person, Value.text("000000012")),
                        SealedCase.write("GRD-03", ItemId.CASE, Value.text(mark("s3", "zqreason"))),
                        SealedCase.write("EVD-02", sample.evidence, Value.text("DOCTOR_LETTER")),
                        sample.page(photo),
                        SealedCase.write("SPO-03", sponsor, Value.text("Berta FICTICIA")),
                        SealedCase.write("SPO-05", sponsor, Value.text("+1 202 555 0123")),
                        SealedCase.write("SPO-08", sponsor, Value.text("GIVEN")),
                        SealedCase.write("SPO-04", sponsor, Value.text(mark("sponsor", "zqsister"))),
                        SealedCase.write("SPO-05A", sponsor, Value.text(mark("sponsor", "zqmail@example.org"))),
                        SealedCase.write("SPO-06", sponsor, new Value(street))));
        clinic.deliver(phone, photo.envelope());
        ItemId paper = ItemId.random(clinic.random);
        clinic.deliver(
                phone,
                sample.sitting(
                        SealedCase.write("EVD-02", paper, Value.text("SPONSOR_STATUS_PROOF")),
                        SealedCase.page(paper.child(clinic.random), sponsorsPaper)));
        clinic.deliver(phone, sponsorsPaper.envelope());
        clinic.deliver(phone, sample.sitting(agreed("SHARE_WITH_CLINIC")));
        clinic.deliver(phone, sample.sitting(agreed("SHARE_WITH_GOVERNMENT_IN_A_REQUEST")));
        clinic.deliver(
                phone,
                twin.sitting(
                        SealedCase.write("CAS-02", ItemId.CASE, Value.text(twin.code)),
                        SealedCase.write("PER-02", twin.person, Value.text("Zqname")),
                        SealedCase.write("PER-21", twin.person, Value.text("000000012"))));
        clinic.deliver(phone, sample.sitting(SealedCase.write("INA-03", ItemId.CASE, Value.text(FORGED))));
        clinic.deliver(
                phone, sample.sitting(SealedCase.write("GRD-06", ItemId.CASE, Value.text(mark("forged", FORGED)))));
    }

    private Write[] agreed(String purpose) {
        ItemId consent = sample.person.child(clinic.random);
        return new Write[] {
            SealedCase.write("CON-02", consent, Value.text(purpose)),
            SealedCase.write("CON-03", consent, Value.text("GIVEN"))
        };
    }

    /** Every attorney-only field, and the sponsor's status. */
    private void byStaff(StaffSession attorney) throws Failure {
        // An attorney reads and writes the story after the conflict check.
        clinic.desk.write(
                attorney,
                sample.id,
                new Desk.Changes(
                        HowKnown.STAFF, Optional.empty(), List.of(change(ItemId.CASE, "CAS-11", Value.text("CLEAR")))));
        Map<String, ItemId> items = new HashMap<>(Map.of("evidence", sample.evidence, "sponsor", sponsor));
        List<Desk.Change> changes = new ArrayList<>();
        for (Field field : CATALOGUE.fields()) {
            if (field.readBy() == Audience.ATTORNEY) {
                marks("attorney").add(field.id());
                Group group = CATALOGUE.group(field.group());
                ItemId item = group.several()
                        ? items.computeIfAbsent(field.group(), none -> ItemId.random(clinic.random))
                        : ItemId.CASE;
                value(field).ifPresent(value -> changes.add(change(item, field.id(), value)));
            }
        }
        marks("attorney").add(AUTHORITY);
        changes.add(change(ItemId.CASE, "CAS-04", Value.text("USCIS_REPAROLE")));
        changes.add(change(sponsor, "SPO-07", Value.text("DEFERRED_ACTION")));
        marks("sponsor").addAll(List.of("SPO-07", "Deferred action or DED"));
        clinic.desk.write(attorney, sample.id, new Desk.Changes(HowKnown.STAFF, Optional.empty(), changes));
    }

    private Optional<Value> value(Field field) {
        String marked = "zqatt" + marks("attorney").size() + "x";
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> Optional.of(Value.text(mark("attorney", marked)));
            case PARTIAL_DATE -> Optional.of(PartialDate.ofYear(1999).toValue());
            case YES_NO_UNKNOWN -> Optional.of(Value.text("YES"));
            case CHOICES -> Optional.of(Value.choices(List.of(field.choices().get(0))));
            case CHOICE ->
                field.id().equals("CAS-04")
                        ? Optional.empty()
                        : Optional.of(Value.text(field.choices().get(0)));
            default -> Optional.empty();
        };
    }

    private static Desk.Change change(ItemId item, String field, Value value) {
        return new Desk.Change(item, new FieldId(field), value, Set.of());
    }

    private String mark(String what, String text) {
        marks(what).add(text);
        return text;
    }

    List<String> marks(String what) {
        return marks.computeIfAbsent(what, none -> new ArrayList<>());
    }

    private void hire(String name, Role role, boolean sponsors) throws Failure {
        clinic.hire(name, role, sponsors);
        cookies.put(name, login(name));
    }

    String login(String name) throws Failure {
        try (Passphrase words = Passphrase.of(StaffedClinic.PASSPHRASE.toCharArray())) {
            return clinic.login.login(name, words);
        }
    }

    /** The session of whoever it is; the caller closes it. */
    String cookie(String role) {
        return Optional.ofNullable(cookies.get(role)).orElseThrow();
    }

    StaffSession session(String role) throws Failure {
        return clinic.login.resume(cookie(role)).orElseThrow();
    }

    @Override
    public void close() {
        pages.stop();
        clinic.close();
    }
}
