package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.casework.Sponsors;
import org.umbral.clinic.keys.StaffSession.Role;

/**
 * What stands apart in a case: what sponsors said in confidence.
 *
 * @param mayOpen whether the reader has the permission
 * @param isOpen whether it is open in this session
 * @param reasons to choose from
 * @param error beside the form; empty where there is none
 * @param withdrawn whether consent was
 * @param links ways from the case that this role has, about consent
 */
record ApartView(
        boolean mayOpen,
        boolean isOpen,
        List<CaseView.Choice> reasons,
        String error,
        boolean withdrawn,
        List<CaseView.Link> links) {
    static ApartView of(Visit visit, Access access, String id, boolean withdrawn) {
        Words words = visit.words();
        String wrong = visit.query("sponsors");
        return new ApartView(
                access.mayOpenSponsors(),
                access.sponsors(),
                Arrays.stream(Sponsors.Reason.values())
                        .map(one -> new CaseView.Choice(one.name(), words.say("apart.reason." + one.name())))
                        .toList(),
                GuardPages.BESIDE_THE_FORM.contains(wrong) ? words.say("failure." + wrong) : "",
                withdrawn,
                links(visit, "/case/" + id, withdrawn));
    }

    private static List<CaseView.Link> links(Visit visit, String path, boolean withdrawn) {
        Role role = visit.staff().role();
        List<CaseView.Link> links = new ArrayList<>();
        if (role.worksOnCases() && !withdrawn) {
            links.add(new CaseView.Link(visit.words().say("withdraw.title"), path + "/withdraw"));
        }
        if (role == Role.ATTORNEY && withdrawn) {
            links.add(new CaseView.Link(visit.words().say("withdraw.undo.title"), path + "/withdraw-undo"));
        }
        if (role == Role.STEWARD) {
            links.add(new CaseView.Link(visit.words().say("erase.title"), path + "/erase"));
        }
        return links;
    }
}
