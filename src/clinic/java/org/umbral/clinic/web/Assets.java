package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.umbral.shared.Bug;
import org.umbral.shared.Sha256;

/** Style sheets, scripts and the icon, from our own jar, under addresses that change with their content. */
final class Assets {
    private static final String OURS = "/org/umbral/clinic/web/";
    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final Map<String, String> TYPES = Map.of(
            "css",
            "text/css; charset=utf-8",
            "js",
            "text/javascript; charset=utf-8",
            "svg",
            "image/svg+xml",
            "wav",
            "audio/wav");
    private static final int PRINT_LENGTH = 16;

    private record Asset(byte[] bytes, String type, String print) {}

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    Assets() {
        load("pico.min.css", WEBJARS + "picocss__pico/2.1.1/css/pico.min.css");
        load("htmx.min.js", WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js");
        load("umbral.css", OURS + "umbral.css");
        load("desk.js", OURS + "desk.js");
        load("viewer.js", OURS + "viewer.js");
        load("icon.svg", OURS + "icon.svg");
        keep("alert.wav", Chime.wav());
    }

    /** The address of an asset; its content never changes under it. */
    String url(String name) {
        Asset asset = assets.get(name);
        if (asset == null) {
            throw new Bug("a page names an asset that there is");
        }
        return "/assets/" + asset.print + "/" + name;
    }

    void serve(RoutesConfig routes) {
        routes.get("/assets/{print}/{name}", this::give);
    }

    private void give(Context ctx) {
        Asset asset = assets.get(ctx.pathParam("name"));
        if (asset == null || !asset.print.equals(ctx.pathParam("print"))) {
            throw new NotFoundResponse();
        }
        ctx.header("Cache-Control", "public, max-age=31536000, immutable")
                .contentType(asset.type)
                .result(asset.bytes);
    }

    private void load(String name, String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new Bug("the jar holds its own assets");
            }
            byte[] bytes = in.readAllBytes();
            keep(name, bytes);
        } catch (IOException e) {
            throw new Bug("the jar can be read", e);
        }
    }

    private void keep(String name, byte[] bytes) {
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        assets.put(name, new Asset(bytes, type, Sha256.of(bytes).hex().substring(0, PRINT_LENGTH)));
    }
}
