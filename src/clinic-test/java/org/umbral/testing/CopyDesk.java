package org.umbral.testing;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.web.Doors;
import org.umbral.clinic.web.Pages;
import org.umbral.clinic.web.PagesSettings;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;

/** A real clinic behind real pages whose attorney makes copies of cases that a phone delivered. */
public final class CopyDesk implements AutoCloseable {
    private static final Pattern HIDDEN = Pattern.compile("name=\"(token|passphrase)\" value=\"([^\"]+)\"");

    public final StaffedClinic clinic;
    public final SamplePhone phone;
    public final String address;
    public final String cookie;
    private final Pages pages;

    public CopyDesk(Path folder) throws Failure {
        clinic = new StaffedClinic(folder);
        pages = new Pages(
                new Doors(
                        new SetUpFake(true),
                        clinic.login,
                        clinic.people,
                        clinic.phones,
                        clinic.desk,
                        new LookalikesFake(),
                        clinic.beside,
                        clinic.guards,
                        new HealthFake(),
                        clinic.waysOut,
                        new RulesFake(WholeCatalogue.read(), clinic.clock),
                        new TablesFake(),
                        WholeCatalogue.read()),
                clinic.clock,
                clinic.random,
                PagesSettings.loopback(ZoneOffset.UTC));
        address = "http://127.0.0.1:" + pages.start(0);
        cookie = clinic.cookie();
        try (StaffSession session = clinic.session()) {
            phone = clinic.join(session, "Trabajador FICTICIO");
        }
    }

    /** A case whose person said this to sending it to the clinic, after its conflict check; {@code more} is written too. */
    public SealedCase consented(SamplePhone by, String decision, Write... more) throws Failure {
        SealedCase sample = new SealedCase(by, clinic.random);
        ItemId consent = sample.person.child(clinic.random);
        List<Write> writes = new ArrayList<>(sample.words("ROUTINE"));
        writes.add(SealedCase.write("CON-02", consent, Value.text("SHARE_WITH_CLINIC")));
        writes.add(SealedCase.write("CON-03", consent, Value.text(decision)));
        writes.addAll(List.of(more));
        clinic.deliver(by, sample.sealed(sample.entry(writes)));
        try (StaffSession session = clinic.session()) {
            clinic.desk.queue(session);
            // Before that an attorney makes no copy of what they may not read.
            clinic.desk.write(session, sample.id, cleared());
        }
        return sample;
    }

    private static Desk.Changes cleared() {
        return new Desk.Changes(
                HowKnown.STAFF,
                Optional.empty(),
                List.of(new Desk.Change(ItemId.CASE, new FieldId("CAS-11"), Value.text("CLEAR"), Set.of())));
    }

    public static String pathOf(CaseId id) {
        return "/cases/" + id.text() + "/export";
    }

    /** What a page's form sends back with what somebody chose: its token and the passphrase that it shows. */
    public Map<String, String> form(String path, Map<String, String> chosen) {
        Map<String, String> form = new HashMap<>(chosen);
        HIDDEN.matcher(get(path).text()).results().forEach(found -> form.put(found.group(1), found.group(2)));
        return form;
    }

    public static String passphrase(Map<String, String> form) {
        return Objects.requireNonNull(form.get("passphrase"));
    }

    public WebVisitor.Answer get(String path) {
        return new WebVisitor().get(address + path, "Cookie", "umbral-session=" + cookie);
    }

    /** A copy, or the page that refuses it. */
    public WebVisitor.Answer post(String path, Map<String, String> form) {
        return new WebVisitor().post(address + path, form, "Cookie", "umbral-session=" + cookie);
    }

    @Override
    public void close() {
        pages.stop();
        clinic.close();
    }
}
