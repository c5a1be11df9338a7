package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.umbral.clinic.keys.SetUp;

/**
 * A recovery sheet to print, and its words typed back.
 *
 * @param path where it begins; the words are asked for at {@code words} below it
 * @param go key of the words on the last button
 */
record SheetPages(String path, String go) {
    private static final Pattern ASKED = Pattern.compile("[0-9]{1,2}(-[0-9]{1,2}){0,11}");

    record SheetView(SetUp.RecoverySheet sheet, List<String> identity, String next) {}

    record WordsView(String path, String go, List<Integer> asked, String askedText, String error) {}

    /** Shown as the answer itself: the key is not kept anywhere to be shown again. */
    void show(Visit visit, SetUp.RecoverySheet sheet) {
        List<String> asked = sheet.asked().stream().map(String::valueOf).toList();
        String next = path + "/words?asked=" + String.join("-", asked);
        visit.show("sheet", new SheetView(sheet, groups(sheet.ageIdentity()), next));
    }

    void ask(Visit visit, String asked, String error) {
        if (!ASKED.matcher(asked).matches()) {
            visit.ctx().redirect(path);
            return;
        }
        List<Integer> numbers =
                List.of(asked.split("-")).stream().map(Integer::valueOf).toList();
        visit.show("setupwords", new WordsView(path, go, numbers, asked, error));
    }

    static List<String> typed(Visit visit) {
        return visit.ctx().formParams("word").stream().map(String::strip).toList();
    }

    /** Groups of four after the part that all identities share: short enough to be read aloud and checked. */
    private static List<String> groups(String identity) {
        int start = identity.lastIndexOf("-1") + 2;
        List<String> groups = new ArrayList<>();
        groups.add(identity.substring(0, start));
        for (int i = start; i < identity.length(); i += 4) {
            groups.add(identity.substring(i, Math.min(identity.length(), i + 4)));
        }
        return groups;
    }
}
