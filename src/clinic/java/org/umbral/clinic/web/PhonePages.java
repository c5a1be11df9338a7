package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.enrol.Phones;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.wire.Invitation;

/** The clinic's phones: who has one, inviting, what a phone still holds, shutting out. */
final class PhonePages {
    record ListView(List<PhoneViews.Row> phones, List<PhoneViews.Key> keys, String error) {}

    record CardView(
            String worker, QrCode qr, List<String> groups, String text, String telephone, List<String> addresses) {}

    record OneView(PhoneViews.Row phone, String receipt, List<PhoneViews.CaseLine> cases) {}

    record RevokeView(PhoneViews.Row phone, List<Choice> why, String error) {}

    record Choice(String value, String says) {}

    private final Phones phones;
    private final PhoneViews views;
    private final Visits visits;

    PhonePages(Phones phones, Desk desk, Visits visits) {
        this.phones = phones;
        this.views = new PhoneViews(phones, desk);
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/phones", visits.staff(visit -> list(visit, "")));
        routes.post("/phones/invite", visits.staff(this::invite));
        routes.get("/phones/{device}", visits.staff(this::one));
        routes.get("/phones/{device}/revoke", visits.staff(visit -> askBeforeRevoking(visit, "")));
        routes.post("/phones/{device}/revoke", visits.staff(this::revoke));
    }

    private void list(Visit visit, String error) throws Failure {
        visit.show("phones", new ListView(views.rows(visit), views.keys(visit), error));
    }

    /** Shown as the answer itself: the code is a secret that is not kept anywhere to be shown again. */
    private void invite(Visit visit) throws Failure {
        String worker = visit.form("worker");
        try {
            Invitation invitation = phones.invite(visit.staff(), worker, visit.form("worker-telephone"));
            visit.show(
                    "invitation",
                    new CardView(
                            worker,
                            QrCode.of(invitation.text()),
                            List.of(invitation.groupedText().split(" ")),
                            invitation.groupedText(),
                            invitation.emergencyTelephone(),
                            invitation.addresses()));
        } catch (AskThePerson e) {
            visit.ctx().status(422);
            list(visit, visit.words().sayOr("failure." + e.reason(), "failure.our-fault"));
        }
    }

    private void one(Visit visit) throws Failure {
        PhoneViews.Row phone = phone(visit);
        Phones.Delivered delivered = phones.delivered(visit.staff(), phone.device());
        String receipt = delivered.receipt().map(visit.moments()::whole).orElse("");
        visit.show("phone", new OneView(phone, receipt, views.cases(visit, delivered)));
    }

    private void askBeforeRevoking(Visit visit, String error) throws Failure {
        List<Choice> why = Arrays.stream(Phones.Why.values())
                .map(one -> new Choice(one.name(), visit.words().say("revoke.why." + one.name())))
                .toList();
        visit.show("revoke", new RevokeView(joined(visit), why, error));
    }

    private void revoke(Visit visit) throws Failure {
        String device = joined(visit).device();
        Optional<Phones.Why> why = Arrays.stream(Phones.Why.values())
                .filter(one -> one.name().equals(visit.form("why")))
                .findFirst();
        if (why.isEmpty()) {
            visit.ctx().status(422);
            askBeforeRevoking(visit, visit.words().say("revoke.why.missing"));
            return;
        }
        phones.revoke(visit.staff(), device, why.get());
        visit.ctx().redirect("/phones/" + device, HttpStatus.SEE_OTHER);
    }

    private PhoneViews.Row joined(Visit visit) throws Failure {
        return Optional.of(phone(visit))
                .filter(PhoneViews.Row::canBeRevoked)
                .orElseThrow(() -> new AskThePerson("no-such-phone"));
    }

    private PhoneViews.Row phone(Visit visit) throws Failure {
        String device = visit.ctx().pathParam("device");
        return views.rows(visit).stream()
                .filter(row -> row.isPhone() && row.device().equals(device))
                .findFirst()
                .orElseThrow(() -> new AskThePerson("no-such-phone"));
    }

    static String lower(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
