package org.umbral.clinic.web;

import java.util.List;

/**
 * What every page shows around its own content.
 *
 * @param words in the language of the person
 * @param here path that the language switch comes back to; holds ids at most
 * @param token what every form of the page carries
 * @param staff name of the person who is logged in; empty where nobody is
 * @param health one line on what the clinic's mail does
 */
record Frame(Words words, Assets assets, String here, String token, String staff, String health) {
    boolean isLoggedIn() {
        return !staff.isEmpty();
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
