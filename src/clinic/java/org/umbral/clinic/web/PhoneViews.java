package org.umbral.clinic.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.shared.Failure;

/** Phones, their cases and doubted keys in the words of the pages. */
record PhoneViews(Phones phones, Desk desk) {
    /**
     * @param left what it holds that the clinic does not, as it said itself; empty where it never said
     * @param leftAt when it said so
     */
    record Row(
            String device,
            String worker,
            String telephone,
            String state,
            String stateWord,
            String why,
            String since,
            String heard,
            String left,
            String leftAt,
            String code) {
        boolean canBeRevoked() {
            return state.equals("joined");
        }

        boolean isPhone() {
            return !device.isEmpty();
        }

        boolean isOut() {
            return state.equals("lost") || state.equals("ended");
        }
    }

    /** @param name empty where this role does not open cases */
    record CaseLine(String id, String name, String last, String missing) {}

    record Key(String id, String worker, String telephone, boolean revoked, String pieces, String first, String last) {}

    List<Row> rows(Visit visit) throws Failure {
        return phones.list(visit.staff()).stream()
                .map(phone -> row(visit, phone))
                .toList();
    }

    private static Row row(Visit visit, Phones.Phone phone) {
        Words words = visit.words();
        Moments moments = visit.moments();
        String state = PhonePages.lower(phone.state());
        Optional<Phones.Left> left = phone.left();
        return new Row(
                phone.device(),
                phone.worker(),
                phone.telephone(),
                state,
                words.say("phones.state." + state),
                phone.why().map(why -> words.say("revoke.why." + why.name())).orElse(""),
                moments.whole(phone.since()),
                phone.lastHeard().map(moments::whole).orElse(""),
                left.map(said -> left(words, said)).orElse(""),
                left.map(said -> moments.whole(said.at())).orElse(""),
                phone.shortCode());
    }

    private static String left(Words words, Phones.Left said) {
        return said.cases() == 0 && said.photos() == 0
                ? words.say("phones.left.nothing")
                : words.say("phones.left.cases", said.cases()) + ", " + words.say("phones.left.photos", said.photos());
    }

    List<CaseLine> cases(Visit visit, Phones.Delivered delivered) throws Failure {
        Map<String, Desk.QueueRow> known = known(visit);
        return delivered.cases().stream()
                .map(one -> new CaseLine(
                        one.caseId(),
                        Optional.ofNullable(known.get(one.caseId()))
                                .map(row -> row.name().isBlank() ? row.code() : row.name())
                                .orElse(""),
                        visit.moments().whole(one.last()),
                        one.photosMissing() == 0 ? "" : visit.words().say("phone.missing", one.photosMissing())))
                .toList();
    }

    /** A coordinator has no case keys: ids and times only. */
    private Map<String, Desk.QueueRow> known(Visit visit) throws Failure {
        Role role = visit.staff().role();
        return role == Role.PARALEGAL || role == Role.ATTORNEY
                ? desk.queue(visit.staff()).stream()
                        .collect(Collectors.toMap(row -> row.id().text(), Function.identity()))
                : Map.of();
    }

    List<Key> keys(Visit visit) throws Failure {
        Moments moments = visit.moments();
        return phones.doubted(visit.staff()).stream()
                .map(key -> new Key(
                        key.id(),
                        key.worker(),
                        key.telephone(),
                        key.revoked(),
                        visit.words().say("key.pieces", key.envelopes()),
                        moments.whole(key.first()),
                        moments.whole(key.last())))
                .toList();
    }
}
