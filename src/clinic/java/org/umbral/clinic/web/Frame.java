package org.umbral.clinic.web;

import java.util.List;
import java.util.Optional;
import org.umbral.clinic.keys.StaffSession.Role;

/**
 * What every page shows around its own content.
 *
 * @param words in the language of the person
 * @param here path that the language switch comes back to; holds ids at most
 * @param token what every form of the page carries
 * @param staff name of the person who is logged in; empty where nobody is
 * @param role of that person
 * @param health one line on what the clinic's mail does
 * @param keysDue whether this person is asked to make new keys
 * @param troubles what the server needs somebody for, a sentence each
 */
record Frame(
        Words words,
        Assets assets,
        String here,
        String token,
        String staff,
        Optional<Role> role,
        String health,
        boolean keysDue,
        List<String> troubles) {
    Frame {
        troubles = List.copyOf(troubles);
    }

    boolean isLoggedIn() {
        return !staff.isEmpty();
    }

    boolean readsCases() {
        return role.filter(Role::readsCases).isPresent();
    }

    boolean worksOnCases() {
        return role.filter(Role::worksOnCases).isPresent();
    }

    boolean isAttorney() {
        return role.filter(Role.ATTORNEY::equals).isPresent();
    }

    boolean seesWithdrawn() {
        return role.filter(Role::seesWithdrawn).isPresent();
    }

    boolean managesPeople() {
        return role.filter(Role::managesPeople).isPresent();
    }

    List<String> languages() {
        return Words.LANGUAGES;
    }

    String say(String key, Object... with) {
        return words.say(key, with);
    }

    boolean isUnder(String path) {
        return here.equals(path) || here.startsWith(path + "/");
    }

    /** No page is kept in the browser's storage, nothing is evaluated, no style is written into the page. */
    String htmx() {
        return "{\"includeIndicatorStyles\":false,\"allowEval\":false,\"selfRequestsOnly\":true,"
                + "\"historyEnabled\":false,\"historyCacheSize\":0,\"allowScriptTags\":false}";
    }
}
