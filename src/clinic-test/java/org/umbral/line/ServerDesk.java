package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import org.umbral.testing.WebVisitor;

/** What staff do at a {@link ServerProcess} with a browser, with made-up words only. */
final class ServerDesk {
    private final ServerProcess server;
    private final Planted planted;
    /** Secrets that the server makes, as pages show them. */
    final List<String> shown = new ArrayList<>();
    /** The recovery key in fours, as its page shows it: one alone is met by chance in forty megabytes, all of them are not. */
    final List<String> groups = new ArrayList<>();

    ServerDesk(ServerProcess server, Planted planted) {
        this.server = server;
        this.planted = planted;
    }

    /** The founder is an attorney. */
    void setUp(int name, int passphrase) {
        WebVisitor visitor = new WebVisitor();
        String sheet = visitor.post(
                        server.url("/setup"),
                        Map.of(
                                "token", visitor.token(server.url("/setup")),
                                "clinic", "Clínica Ficticia",
                                "telephone", "+1 202 555 0101",
                                "staff", planted.word(name),
                                "passphrase", planted.word(passphrase),
                                "again", planted.word(passphrase)))
                .text();
        List<String> identity =
                all(sheet.replaceAll("(?s).*class=\"identity\"(.*?)</p>.*", "$1"), "<span>([^<]+)</span>");
        shown.add(identity.get(1) + identity.get(2));
        shown.add("<span>" + identity.get(2) + "</span>");
        groups.addAll(identity.subList(1, identity.size()));
        List<String> words = all(sheet.replaceAll("(?s).*class=\"check-words\"(.*?)</ol>.*", "$1"), "<li>([^<]+)</li>");
        String next = one(sheet, "href=\"(/setup/words[^\"]*)\"").replace("&amp;", "&");
        String asking = visitor.get(server.url(next)).text();
        String asked = one(asking, "name=\"asked\" value=\"([^\"]*)\"");
        FormBody.Builder form = new FormBody.Builder();
        form.add("token", one(asking, "name=\"token\" value=\"([^\"]*)\"")).add("asked", asked);
        for (String number : all(asking, "id=\"word-([0-9]+)\"")) {
            form.add("word", words.get(Integer.parseInt(number) - 1));
        }
        assertThat(visitor.post(server.url("/setup/words"), form.build()).header("Location"))
                .startsWith("/login");
    }

    WebVisitor loggedIn(int name, int passphrase) {
        WebVisitor visitor = new WebVisitor();
        assertThat(logIn(visitor, name, passphrase).header("Location")).isEqualTo("/queue");
        return visitor;
    }

    WebVisitor.Answer logIn(WebVisitor visitor, int name, int passphrase) {
        String login = server.url("/login");
        return visitor.post(
                login,
                Map.of(
                        "token", visitor.token(login),
                        "name", planted.word(name),
                        "passphrase", planted.word(passphrase)));
    }

    void logOut(WebVisitor visitor) {
        String token = visitor.token(server.url("/me"));
        assertThat(visitor.post(server.url("/logout"), Map.of("token", token)).header("Location"))
                .isEqualTo("/login");
    }

    /** The code for a new member of staff. */
    String invite(WebVisitor attorney, int name) {
        String page = attorney.post(
                        server.url("/people/invite"),
                        Map.of(
                                "token", attorney.token(server.url("/people")),
                                "name", planted.word(name),
                                "role", "PARALEGAL"))
                .text();
        String code = String.join(
                "-", all(page.replaceAll("(?s).*id=\"staff-code\"(.*?)</p>.*", "$1"), "<span>([^<]+)</span>"));
        shown.add(code);
        return code;
    }

    void join(WebVisitor newcomer, String code, int name, int passphrase) {
        String join = server.url("/join");
        assertThat(newcomer.post(
                                join,
                                Map.of(
                                        "token", newcomer.token(join),
                                        "code", code,
                                        "name", planted.word(name),
                                        "passphrase", planted.word(passphrase),
                                        "again", planted.word(passphrase)))
                        .header("Location"))
                .startsWith("/login");
    }

    /** The text of an invitation for a worker's phone. */
    String invitePhone(WebVisitor attorney, int worker, int telephone) {
        String page = attorney.post(
                        server.url("/phones/invite"),
                        Map.of(
                                "token", attorney.token(server.url("/phones")),
                                "worker", planted.word(worker),
                                "worker-telephone", planted.word(telephone)))
                .text();
        return String.join(
                " ", all(page.replaceAll("(?s).*id=\"invitation-text\"(.*?)</p>.*", "$1"), "<span>([^<]+)</span>"));
    }

    /** Looks at a photo in full; whether a picture came. */
    boolean shows(WebVisitor visitor, String id, String photo) {
        WebVisitor.Answer answer = visitor.get(server.url("/case/" + id + "/photo/" + photo));
        return answer.status() == 200 && answer.bytes()[0] == (byte) 0xff;
    }

    /** Before that an attorney does not read the story. */
    void clearOfConflicts(WebVisitor attorney, String id, String token) {
        assertThat(attorney.post(
                                server.url("/case/" + id + "/edit/conflict/case"),
                                Map.of("token", token, "known", "STAFF", "CAS-11", "CLEAR"))
                        .status())
                .isEqualTo(303);
    }

    void write(WebVisitor attorney, String page, String token, String field, int word) {
        for (String path : all(page, "href=\"(/case/[^\"]+/edit/[^\"]+)\"")) {
            String form = attorney.get(server.url(path)).text();
            if (form.contains("name=\"" + field + "\"")) {
                assertThat(attorney.post(
                                        server.url(path),
                                        Map.of("token", token, "known", "STAFF", field, planted.word(word)))
                                .status())
                        .isEqualTo(303);
                return;
            }
        }
        throw new AssertionError("no form has " + field);
    }

    static String one(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
    }
}
