package org.umbral.testing;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.umbral.clinic.casework.Beside;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.web.Doors;
import org.umbral.clinic.web.Pages;
import org.umbral.clinic.web.PagesSettings;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;

/** The pages of a fictitious clinic over fakes, with five cases in different states. */
public final class SampleClinic implements AutoCloseable {
    public static final String PASSPHRASE = "four words nobody guesses";
    /** Planted in a field that no page may show. */
    public static final String ATTORNEYS_WORDS = "what only an attorney writes";

    public static final Instant NOW = Instant.parse("2026-11-21T22:10:00Z");
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private final SecureRandom random = Seeds.repeatable(7);
    public final LoginFake login = new LoginFake(random);
    public final SetUpFake setUp;
    public final DeskFake desk;
    public final PhonesFake phones;
    public final PeopleFake people;
    public final WaysOutFake waysOut;
    public final GuardsFake guards = new GuardsFake();
    public final LookalikesFake lookalikes = new LookalikesFake();
    public final HealthFake health = new HealthFake();
    public final JoinsFake joins = new JoinsFake(Clock.fixed(NOW, ZONE));
    public final RulesFake rules;
    public final TablesFake tables = new TablesFake();
    public final SampleCase main;
    /** Everything but {@link #main}, in the order of their urgency. */
    public final List<SampleCase> others = new ArrayList<>();

    public final Sha256 firstPhoto;
    private final Pages pages;
    private final int port;

    public static final List<String> ATTORNEYS_FIELDS =
            List.of("CAS-04", "GRD-02", "GRD-06", "GRD-08", "EVD-15", "EVD-16");
    public static final List<String> ATTORNEYS_CHOICES =
            List.of("USCIS_REPAROLE", "G9_PROTECTION", "DYING_CLOSE_FAMILY", "EXCLUDE", "LOOKS_ALTERED");

    private SampleClinic(boolean done, PagesSettings settings) {
        Clock clock = Clock.fixed(NOW, ZONE);
        setUp = new SetUpFake(done);
        desk = new DeskFake(clock);
        waysOut = new WaysOutFake(desk, clock);
        phones = new PhonesFake(clock, random).withSamples();
        people = new PeopleFake(clock);
        rules = new RulesFake(WholeCatalogue.read(), clock);
        main = new SampleCase(random, at(14));
        firstPhoto = fill();
        pages = new Pages(
                new Doors(
                        setUp,
                        login,
                        people,
                        phones,
                        desk,
                        lookalikes,
                        new Beside(joins, new FindingFake(desk)),
                        guards.doors(),
                        health,
                        waysOut,
                        rules,
                        tables,
                        WholeCatalogue.read()),
                clock,
                random,
                settings);
        port = pages.start(0);
    }

    public static SampleClinic atWork() {
        return new SampleClinic(true, PagesSettings.loopback(ZONE));
    }

    public static SampleClinic notSetUp() {
        return new SampleClinic(false, PagesSettings.loopback(ZONE));
    }

    public static SampleClinic with(boolean done, PagesSettings settings) {
        return new SampleClinic(done, settings);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    public int port() {
        return port;
    }

    /** A new emergency, as a phone would bring it now. */
    public SampleCase emergencyArrives() {
        SampleCase sample = new SampleCase(random, at(2));
        sample.sitting("worker-omar", "phone-omar-0")
                .write("case", "CAS-06", "NOW_LIFE_THREATENING")
                .write("case", "CAS-03", "AT_PORT_OR_BORDER_OUTSIDE_US")
                .write("case", "GRD-01", Value.choices(List.of("NEEDS_HOSPITAL", "PREGNANT_OR_BIRTH")))
                .write("eva", "PER-02", "Eva Ficticia Ejemplo")
                .cut();
        desk.arrive(sample, "3HB-9TD-V", NOW.minus(Duration.ofMinutes(1)), List.of());
        return sample;
    }

    private Sha256 fill() {
        desk.author("worker-olga", "Olga Ficticia", "phone-olga-0");
        desk.author("worker-omar", "Omar Ficticio", "phone-omar-0");
        desk.author("staff-1", LoginFake.NAME, "Clinic");
        Sha256 photo = fillMain();
        simple("WITHIN_72H", "DETAINED_ICE", "Mohammad Ficticio", "8PN-2WX-5", Duration.ofHours(3), true);
        simple("WITHIN_2_WEEKS", "IN_US_PAROLE_ENDED", "Оксана Фіктивна", "C4M-7QK-1", Duration.ofDays(1), true);
        simple("ROUTINE", "ABROAD_ELSEWHERE", "فاطمه نمونه", "Z9R-0FA-E", Duration.ofDays(4), false);
        desk.setAside(setAside("unknown-key", Optional.of("phone-old-0"), 95));
        desk.setAside(setAside("sealed-bytes-damaged", Optional.empty(), 2900));
        return photo;
    }

    private Sha256 fillMain() {
        byte[] passport = DrawnPaper.jpeg(
                1600, 1150, "REPÚBLICA FICTICIA", List.of("PASAPORTE / PASSPORT", "FICTICIO PRUEBA", "ANA MARÍA"));
        byte[] letter = DrawnPaper.jpeg(
                1200, 1600, "HOSPITAL FICTICIO", List.of("Carta del médico", "Operación en diez días.", "Página 1"));
        byte[] second = DrawnPaper.jpeg(1200, 1600, "HOSPITAL FICTICIO", List.of("Página 2", "Firma: Dr. Ejemplo"));
        SampleCase.Sitting sitting = main.sitting("worker-olga", "phone-olga-0");
        ScenarioOne.write(sitting);
        sitting.page("passport/1", 1, passport, 1600, 1150)
                .page("letter/1", 1, letter, 1200, 1600)
                .page("letter/2", 2, second, 1200, 1600)
                .write("ana", "PER-21", "000000012")
                .write("case", "ZZZ-01", "a value of tomorrow")
                .write("case", "GRD-06", ATTORNEYS_WORDS)
                .write("case", "CAS-04", "USCIS_REPAROLE")
                .write("case", "CAS-11", "POSSIBLE")
                .write("case", "GRD-02", Value.choices(List.of("G9_PROTECTION_FROM_TARGETED_HARM")))
                .write("case", "GRD-08", "DYING_CLOSE_FAMILY")
                .write("letter", "EVD-15", "EXCLUDE")
                .write("letter", "EVD-16", "LOOKS_ALTERED")
                .cut();
        SampleCase.Sitting here = main.sitting("worker-olga", "phone-olga-0").write("nino", "PER-11", year(2015));
        SampleCase.Sitting apart = main.sitting("worker-omar", "phone-omar-0")
                .known(HowKnown.PHONE_CALL)
                .write("nino", "PER-11", year(2016))
                .write("berta", "SPO-08", "NOT_ASKED");
        here.cut(at(10));
        apart.cut(at(4));
        desk.arrive(
                main,
                "7KQ-4XM-R",
                NOW.minus(Duration.ofMinutes(12)),
                List.of(
                        desk.photoHere(passport, 1600, 1150),
                        desk.photoHere(letter, 1200, 1600),
                        new Desk.Photo(Sha256.of(second), false, second.length, 1200, 1600)));
        return Sha256.of(passport);
    }

    private static Value year(int year) {
        return new PartialDate(PartialDate.Calendar.GREG, year, 6, 11, false, "").toValue();
    }

    private void simple(String urgency, String situation, String name, String code, Duration since, boolean open) {
        SampleCase sample = new SampleCase(random, at(since.toMinutes()));
        sample.sitting("worker-omar", "phone-omar-0")
                .write("case", "CAS-06", urgency)
                .write("case", "CAS-03", situation)
                .write("person", "PER-02", name)
                .cut();
        others.add(sample);
        desk.arrive(sample, code, NOW.minus(since), List.of());
        if (open) {
            desk.opened(sample.id(), NOW.minus(since.dividedBy(2)));
        }
    }

    /** A morning's cases, which nobody opened. */
    public void manyArrive(int count) {
        for (int i = 1; i <= count; i++) {
            String code = String.format(Locale.ROOT, "F1C-%03d-0", i);
            simple("ROUTINE", "ABROAD_ELSEWHERE", "Ficticio " + i, code, Duration.ofHours(4 + i), false);
        }
    }

    private static Desk.Quarantined setAside(String reason, Optional<String> device, long minutes) {
        return new Desk.Quarantined(Sha256.ofText(reason), reason, device, NOW.minus(Duration.ofMinutes(minutes)));
    }

    private static OffsetDateTime at(long minutesAgo) {
        return NOW.minus(Duration.ofMinutes(minutesAgo)).atZone(ZONE).toOffsetDateTime();
    }

    @Override
    public void close() {
        pages.stop();
    }
}
