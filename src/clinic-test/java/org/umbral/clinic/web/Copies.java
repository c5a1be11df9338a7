package org.umbral.clinic.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.umbral.clinic.casework.Leaving.Purpose;
import org.umbral.testing.WebVisitor;

/** Asks for each kind of copy by a forged form, whoever it is, and reads each kind of file that comes out. */
record Copies(PlantedClinic planted, String cookie) {
    static final String PASSPHRASE = "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");
    private static final Pattern OF_ONE = Pattern.compile("^cases/[^/]+/");
    private static final List<String> KINDS = List.of(
            "page",
            "facts.json",
            "facts.pdf",
            "photos",
            "photos.pdf",
            "envelopes",
            "key.age",
            "README.txt",
            "left-out.txt");

    /** By way and kind of file; empty where there is none. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        String one = "/cases/" + planted.sample.id.text() + "/export";
        for (Purpose purpose : Purpose.values()) {
            put(texts, "POST /cases/{id}/export " + purpose, one, Map.of("purpose", purpose.name()));
        }
        String cases = Integer.toString(2);
        put(texts, "POST /export", "/export", Map.of("count", cases));
        return texts;
    }

    private void put(Map<String, String> texts, String way, String path, Map<String, String> fields) {
        KINDS.forEach(kind -> texts.put(way + " " + kind, ""));
        byKind(path, fields).forEach((kind, text) -> texts.merge(way + " " + kind, text, String::concat));
    }

    private Map<String, String> byKind(String path, Map<String, String> fields) {
        WebVisitor visitor = new WebVisitor();
        String session = "umbral-session=" + cookie;
        var token = TOKEN.matcher(
                visitor.get(planted.address + "/me", "Cookie", session).text());
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("token", token.find() ? token.group(1) : "");
        form.put("passphrase", PASSPHRASE);
        WebVisitor.Answer answer = visitor.post(planted.address + path, form, "Cookie", session);
        if (answer.status() != 200) {
            return Map.of("page", answer.text());
        }
        Map<String, String> texts = new LinkedHashMap<>();
        new Unpacked(answer.bytes(), PASSPHRASE)
                .texts()
                .forEach((name, text) -> texts.merge(kind(name), text, String::concat));
        return texts;
    }

    private static String kind(String name) {
        String own = OF_ONE.matcher(name).replaceFirst("");
        int folder = own.indexOf('/');
        return folder < 0 ? own : own.substring(0, folder);
    }
}
