package org.umbral.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.Value;

/** Writes the first scenario of the practice data into a sample case. */
public final class ScenarioOne {
    private static final String RESOURCE = "/org/umbral/practice/sc-01.json";

    private ScenarioOne() {}

    public static void write(SampleCase.Sitting sitting) {
        for (JsonNode one : scenario().path("writes")) {
            sitting.write(one.path("item").asText(), one.path("field").asText(), new Value(one.path("value")));
        }
    }

    private static JsonNode scenario() {
        try (InputStream in = ScenarioOne.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new AssertionError("the scenario is missing");
            }
            return Json.tree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GiveUp e) {
            throw new AssertionError("the scenario does not read", e);
        }
    }
}
