package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.umbral.clinic.keys.People;
import org.umbral.clinic.keys.People.Person;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;

/** The clinic's staff: who is here, inviting, ending; and each person's own sessions. */
final class StaffPages {
    /**
     * @param you whether the row is the person who looks at it
     * @param permission to read sponsors, as whoever looks may change it
     */
    record Row(
            String id,
            String name,
            String role,
            String since,
            String login,
            boolean you,
            boolean readsCases,
            Permission permission) {}

    /** What may become of it. */
    enum Permission {
        STAYS,
        MAY_BE_GIVEN,
        MAY_BE_TAKEN
    }

    record Left(String name, String role, String since, String ended) {}

    record Waiting(String id, String name, String role, String expires) {}

    /** @param value as the form sends it */
    record Choice(String value, String name, String what) {}

    /**
     * @param choices roles that this person may give
     * @param sponsors whether they may also give the permission to read sponsors
     * @param typed name that was typed before
     */
    record ListView(
            List<Row> people,
            List<Waiting> invitations,
            List<Left> left,
            List<Choice> choices,
            boolean sponsors,
            boolean keysDue,
            boolean renewed,
            String typed,
            String error) {}

    /** @param here whether no other computer reaches the address */
    record CodeView(String name, String role, String address, boolean here, List<String> groups, String code) {}

    record Seat(String since, String used) {}

    record MeView(String role, List<Seat> seats) {}

    private static final Pattern LOOPBACK = Pattern.compile("(127\\.\\d+\\.\\d+\\.\\d+|localhost|\\[::1])(:\\d+)?");

    private final People people;
    private final Visits visits;

    StaffPages(People people, Visits visits) {
        this.people = people;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/people", visits.staff(visit -> list(visit, "")));
        routes.post("/people/invite", visits.staff(this::invite));
        routes.post("/people/invitations/{id}/withdraw", visits.staff(this::withdraw));
        routes.get("/people/{id}/end", visits.staff(visit -> visit.show("staffend", row(visit))));
        routes.post("/people/{id}/end", visits.staff(this::end));
        routes.get("/people/{id}/sponsors", visits.staff(this::askPermission));
        routes.post("/people/{id}/sponsors", visits.staff(this::permit));
        routes.get("/me", visits.staff(this::me));
        routes.post("/me/log-out-everywhere", visits.staff(this::logOutEverywhere));
    }

    private void list(Visit visit, String error) throws Failure {
        Moments moments = visit.moments();
        List<Person> all = people.list(visit.staff());
        List<Role> roles = people.mayGive(visit.staff());
        visit.show(
                "people",
                new ListView(
                        rows(visit, all),
                        people.invitations(visit.staff()).stream()
                                .map(one -> new Waiting(
                                        one.id(), one.name(), role(visit, one.role()), moments.exact(one.expires())))
                                .toList(),
                        all.stream()
                                .flatMap(one -> one
                                        .ended()
                                        .map(ended -> new Left(
                                                one.name(),
                                                role(visit, one.role()),
                                                moments.whole(one.joined()),
                                                moments.whole(ended)))
                                        .stream())
                                .toList(),
                        roles.stream()
                                .map(one -> new Choice(one.name(), role(visit, one), what(visit, one)))
                                .toList(),
                        roles.contains(Role.ATTORNEY),
                        people.keysAreDue(),
                        !visit.query("renewed").isEmpty(),
                        visit.form("name"),
                        error));
    }

    private static List<Row> rows(Visit visit, List<Person> all) {
        Moments moments = visit.moments();
        return all.stream()
                .filter(one -> one.ended().isEmpty())
                .map(one -> new Row(
                        one.id(),
                        one.name(),
                        one.readsSponsors()
                                ? visit.words().say("people.with-sponsors", role(visit, one.role()))
                                : role(visit, one.role()),
                        moments.whole(one.joined()),
                        one.lastLogin().map(moments::whole).orElse(""),
                        one.id().equals(visit.staff().staff()),
                        one.role().readsCases(),
                        permission(visit, one)))
                .toList();
    }

    private static Permission permission(Visit visit, Person one) {
        if (visit.staff().role() != Role.ATTORNEY || one.role() != Role.PARALEGAL) {
            return Permission.STAYS;
        }
        return one.readsSponsors() ? Permission.MAY_BE_TAKEN : Permission.MAY_BE_GIVEN;
    }

    /** Shown as the answer itself: the code is not kept anywhere to be shown again. */
    private void invite(Visit visit) throws Failure {
        try {
            Role role = chosen(visit);
            boolean sponsors = !visit.form("sponsors").isEmpty();
            String code = people.invite(visit.staff(), visit.form("name"), role, sponsors);
            String address = visit.ctx().scheme() + "://" + visit.ctx().host() + "/join";
            List<String> groups = List.of(code.split("-"));
            boolean here = LOOPBACK.matcher(visit.ctx().host()).matches();
            visit.show("staffcode", new CodeView(visit.form("name"), role(visit, role), address, here, groups, code));
        } catch (AskThePerson e) {
            if (e.reason().equals("not-your-role")) {
                throw e;
            }
            visit.ctx().status(422);
            list(visit, visit.words().sayOr("failure." + e.reason(), "failure.our-fault"));
        }
    }

    private static Role chosen(Visit visit) throws AskThePerson {
        try {
            return Role.valueOf(visit.form("role"));
        } catch (IllegalArgumentException e) {
            throw new AskThePerson("role-missing");
        }
    }

    private void withdraw(Visit visit) throws Failure {
        people.withdraw(visit.staff(), visit.ctx().pathParam("id"));
        visit.ctx().redirect("/people", HttpStatus.SEE_OTHER);
    }

    private void end(Visit visit) throws Failure {
        people.end(visit.staff(), row(visit).id());
        visit.ctx().redirect("/people", HttpStatus.SEE_OTHER);
    }

    private void askPermission(Visit visit) throws Failure {
        Row row = row(visit);
        if (row.permission() == Permission.STAYS) {
            throw new AskThePerson("not-your-role");
        }
        visit.show("staffsponsors", row);
    }

    private void permit(Visit visit) throws Failure {
        people.permitSponsors(
                visit.staff(), row(visit).id(), visit.form("reads").equals("yes"));
        visit.ctx().redirect("/people", HttpStatus.SEE_OTHER);
    }

    private Row row(Visit visit) throws Failure {
        String id = visit.ctx().pathParam("id");
        return rows(visit, people.list(visit.staff())).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AskThePerson("no-such-person"));
    }

    private void me(Visit visit) throws Failure {
        Moments moments = visit.moments();
        visit.show(
                "me",
                new MeView(
                        role(visit, visit.staff().role()),
                        people.sessions(visit.staff()).stream()
                                .map(seat -> new Seat(moments.whole(seat.since()), moments.whole(seat.used())))
                                .toList()));
    }

    private void logOutEverywhere(Visit visit) throws Failure {
        people.logOutEverywhere(visit.staff());
        visits.end(visit.ctx());
        visit.ctx().redirect("/login", HttpStatus.SEE_OTHER);
    }

    private static String role(Visit visit, Role role) {
        return visit.words().say("role." + role.name().toLowerCase(Locale.ROOT));
    }

    private static String what(Visit visit, Role role) {
        return visit.words().say("role." + role.name().toLowerCase(Locale.ROOT) + ".what");
    }
}
