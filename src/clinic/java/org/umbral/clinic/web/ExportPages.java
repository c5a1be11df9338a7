package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.umbral.clinic.casework.Leaving.Purpose;
import org.umbral.clinic.casework.WaysOut;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.catalogue.Catalogue;

/** Copies of one case and of all: a page that says what they hold, then one ZIP that is streamed. */
final class ExportPages {
    private static final Logger LOG = System.getLogger(ExportPages.class.getName());
    /** A code comes from a phone: what is none does not become the name of a file. */
    private static final Pattern CODE =
            Pattern.compile("[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]( \\+ [0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z])*");

    private static final int SHORT_ID = 8;

    /** @param progress of this person's last copy, in words; empty where there was none */
    record AllView(int cases, String passphrase, String progress, boolean runs) {}

    private final WaysOut out;
    private final Catalogue catalogue;
    private final Visits visits;
    private final SecureRandom random;
    private final Copying copying = new Copying();

    ExportPages(WaysOut out, Catalogue catalogue, Visits visits, SecureRandom random) {
        this.out = out;
        this.catalogue = catalogue;
        this.visits = visits;
        this.random = random;
    }

    void serve(RoutesConfig routes) {
        routes.get("/cases/{id}/export", visits.staff(this::look));
        routes.post("/cases/{id}/export", visits.staff(this::one));
        routes.get("/export", visits.staff(this::lookAtAll));
        routes.get("/export/progress", visits.polling(visit -> visit.show("exportprogress", all(visit))));
        routes.post("/export", visits.staff(this::copyAll));
    }

    private void look(Visit visit) throws Failure {
        WaysOut.Leaf leaf = out.look(visit.staff(), DeskPages.caseId(visit.ctx()));
        visit.show("export", new ExportViews(leaf, visit, said(visit)).view(Copy.newPassphrase(random)));
    }

    private void one(Visit visit) throws Failure {
        Copy copy = Copy.of(visit.form("purpose"), visit.form("passphrase"));
        WaysOut.Leaf leaf = out.export(visit.staff(), DeskPages.caseId(visit.ctx()), copy.purpose());
        String name = fileName(leaf);
        stream(visit, copy, "umbral-" + name, zip -> {
            zip.add(leaf, "");
            zip.finish(visit.words().say("out.readme.one", name));
        });
    }

    private AllView all(Visit visit) throws AskThePerson, TryAgain {
        Optional<Copying.Progress> last = copying.of(visit.staff().staff());
        return new AllView(
                out.countAll(visit.staff()),
                Copy.newPassphrase(random),
                last.map(now -> progress(visit.words(), now)).orElse(""),
                last.filter(now -> now.state() == Copying.State.RUNS).isPresent());
    }

    private static String progress(Words words, Copying.Progress now) {
        String key = "out.progress." + now.state().name();
        return now.state() == Copying.State.WHOLE
                ? words.say(key, now.all() - now.leftOut(), now.leftOut())
                : words.say(key, now.done(), now.all());
    }

    private void lookAtAll(Visit visit) throws Failure {
        visit.show("exportall", all(visit));
    }

    private void copyAll(Visit visit) throws Failure {
        Copy copy = Copy.of(Purpose.CLINIC_FILE.name(), visit.form("passphrase"));
        if (!visit.form("count").equals(Integer.toString(out.countAll(visit.staff())))) {
            throw new AskThePerson("export-not-confirmed");
        }
        List<CaseId> cases = out.exportAll(visit.staff());
        String staff = visit.staff().staff();
        boolean whole = stream(visit, copy, "umbral-" + visit.words().say("out.all.file"), zip -> {
            int left = 0;
            Set<CaseId> copied = new HashSet<>();
            for (int i = 0; i < cases.size(); i++) {
                copying.is(staff, new Copying.Progress(i, cases.size(), left, Copying.State.RUNS));
                if (!copied.contains(cases.get(i))) {
                    List<CaseId> members = copied(visit, copy, cases.get(i), zip);
                    copied.addAll(members);
                    left += members.isEmpty() ? 1 : 0;
                }
            }
            zip.finish(visit.words().say("out.readme.all", cases.size() - left, left));
            copying.is(staff, new Copying.Progress(cases.size(), cases.size(), left, Copying.State.WHOLE));
        });
        if (!whole) {
            copying.of(staff)
                    .ifPresent(at -> copying.is(
                            staff, new Copying.Progress(at.done(), at.all(), at.leftOut(), Copying.State.CUT)));
        }
    }

    /** One case is opened, written and forgotten before the next; with those that are one with it, which are in it too. */
    private List<CaseId> copied(Visit visit, Copy copy, CaseId id, CaseZip zip) throws IOException, TryAgain {
        try {
            WaysOut.Leaf leaf = out.export(visit.staff(), id, copy.purpose());
            zip.add(leaf, "cases/" + fileName(leaf) + "-" + id.text().substring(0, SHORT_ID) + "/");
            return leaf.members();
        } catch (AskThePerson refused) {
            zip.leftOut(out.codeOf(visit.staff(), id), refused);
            return List.of();
        }
    }

    @FunctionalInterface
    private interface Writing {
        void to(CaseZip zip) throws IOException, Failure;
    }

    /** False where it was cut off; then the connection is closed, so that a browser does not take it for whole. */
    private boolean stream(Visit visit, Copy copy, String name, Writing writing) {
        Context ctx = visit.ctx();
        ctx.contentType("application/zip").header("Content-Disposition", "attachment; filename=\"" + name + ".zip\"");
        try (CaseZip zip = new CaseZip(ctx.outputStream(), out, visit, said(visit), copy, random)) {
            writing.to(zip);
            return true;
        } catch (IOException | Failure | RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "a copy was cut off: "
                            + (e instanceof Failure failure
                                    ? failure.reason()
                                    : e.getClass().getName()));
            ServletContextRequest.getServletContextRequest(ctx.req())
                    .getConnectionMetaData()
                    .getConnection()
                    .close();
            return false;
        }
    }

    private static String fileName(WaysOut.Leaf leaf) {
        String code = leaf.page().code();
        return CODE.matcher(code).matches()
                ? code.replace(" + ", "_")
                : leaf.page().caseFile().id().text().substring(0, SHORT_ID);
    }

    private CatalogueWords said(Visit visit) {
        return new CatalogueWords(catalogue, visit.words());
    }
}
