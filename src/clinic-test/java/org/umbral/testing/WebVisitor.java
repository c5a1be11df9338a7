package org.umbral.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A browser of few manners: keeps cookies, follows nothing, sends what it is told. */
public final class WebVisitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");

    /** An answer, read whole. */
    public record Answer(int status, Headers headers, byte[] bytes) {
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            String value = headers.get(name);
            return value == null ? "" : value;
        }
    }

    private final List<Cookie> cookies = new ArrayList<>();
    private final OkHttpClient client = new OkHttpClient.Builder()
            .followRedirects(false)
            .cookieJar(new CookieJar() {
                @Override
                public void saveFromResponse(HttpUrl url, List<Cookie> set) {
                    set.forEach(one -> cookies.removeIf(old -> old.name().equals(one.name())));
                    cookies.addAll(set);
                }

                @Override
                public List<Cookie> loadForRequest(HttpUrl url) {
                    return cookies.stream()
                            .filter(one -> !one.value().isEmpty())
                            .toList();
                }
            })
            .build();

    public Answer get(String url, String... headers) {
        Request.Builder request = new Request.Builder().url(url);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return call(request.build());
    }

    public Answer post(String url, Map<String, String> form, String... headers) {
        FormBody.Builder body = new FormBody.Builder();
        form.forEach(body::add);
        return post(url, body.build(), headers);
    }

    /** The same with fields that have one name. */
    public Answer post(String url, FormBody form, String... headers) {
        Request.Builder request = new Request.Builder().url(url).post(form);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return call(request.build());
    }

    /** The token of the first form of a page. */
    public String token(String url) {
        Matcher token = TOKEN.matcher(get(url).text());
        if (!token.find()) {
            throw new AssertionError("the page has no form");
        }
        return token.group(1);
    }

    /** What it would send now. */
    public String cookieHeader() {
        return cookies.stream().map(one -> one.name() + "=" + one.value()).collect(Collectors.joining("; "));
    }

    public Answer logIn(SampleClinic clinic, String name, String passphrase) {
        String url = clinic.url("/login");
        return post(url, Map.of("token", token(url), "name", name, "passphrase", passphrase));
    }

    public WebVisitor loggedIn(SampleClinic clinic) {
        logIn(clinic, LoginFake.NAME, SampleClinic.PASSPHRASE);
        return this;
    }

    private Answer call(Request request) {
        try (Response response = client.newCall(request).execute()) {
            return new Answer(
                    response.code(), response.headers(), response.body().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
