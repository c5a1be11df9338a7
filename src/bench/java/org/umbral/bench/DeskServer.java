package org.umbral.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.umbral.clinic.casework.Casework;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.clinic.rules.Rules;
import org.umbral.clinic.web.Doors;
import org.umbral.clinic.web.Pages;
import org.umbral.clinic.web.PagesSettings;
import org.umbral.shared.Failure;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.secret.Passphrase;
import org.umbral.testing.HealthFake;
import org.umbral.testing.SetUpFake;
import org.umbral.testing.StaffedClinic;
import org.umbral.testing.TablesFake;
import org.umbral.testing.WholeCatalogue;

/** The pages of a real clinic on a port of this machine, and a paralegal who reads them whole, without a browser. */
final class DeskServer implements AutoCloseable {
    private static final String NAME = "Paula FICTICIA";
    private static final Pattern REFRESHES = Pattern.compile("0; url=.*");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");

    final StaffedClinic clinic;
    private final Pages pages;
    private final String address;
    private final String cookie;
    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";

    DeskServer(Path folder) throws Failure {
        Catalogue catalogue = WholeCatalogue.read();
        clinic = new StaffedClinic(folder);
        pages = new Pages(
                new Doors(
                        new SetUpFake(true),
                        clinic.login,
                        clinic.people,
                        clinic.phones,
                        clinic.desk,
                        Casework.lookalikes(clinic.store, catalogue, clinic.audit),
                        clinic.beside,
                        clinic.guards,
                        new HealthFake(),
                        clinic.waysOut,
                        Rules.book(clinic.store.database(), catalogue, clinic.audit, clinic.clock),
                        new TablesFake(),
                        catalogue),
                clinic.clock,
                clinic.random,
                PagesSettings.loopback(ZoneOffset.UTC));
        address = "http://127.0.0.1:" + pages.start(0);
        clinic.hire(NAME, Role.PARALEGAL, false);
        try (Passphrase words = Passphrase.of(StaffedClinic.PASSPHRASE.toCharArray())) {
            cookie = clinic.login.login(NAME, words);
        }
    }

    /** Reads a page whole. */
    void read(String path) throws IOException {
        require(answer(asked(path).build()));
    }

    /** The queue, over the pages that say how far opening is. */
    int readWhileItOpens() throws IOException {
        int shown = 0;
        HttpResponse<byte[]> page = answer(asked("/queue").build());
        while (page.headers()
                .firstValue("Refresh")
                .filter(to -> REFRESHES.matcher(to).matches())
                .isPresent()) {
            shown++;
            page = answer(asked("/queue").build());
        }
        return shown;
    }

    /** What is found is read whole; it comes with the answer. */
    void search(String typed) throws IOException {
        if (token.isEmpty()) {
            Matcher field =
                    TOKEN.matcher(new String(answer(asked("/search").build()).body(), StandardCharsets.UTF_8));
            token = field.find() ? field.group(1) : "";
        }
        String form = "token=" + token + "&q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
        HttpRequest request = asked("/search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        require(answer(request));
    }

    private static HttpResponse<byte[]> require(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("the page answered " + answer.statusCode());
        }
        return answer;
    }

    private HttpRequest.Builder asked(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", "umbral-session=" + cookie);
    }

    private HttpResponse<byte[]> answer(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        pages.stop();
        clinic.close();
    }
}
