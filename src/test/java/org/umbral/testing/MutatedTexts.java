package org.umbral.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.wire.Invitation;

/** What a phone takes from elsewhere, made wrong: a catalogue and the text of an invitation. */
public final class MutatedTexts {
    private static final List<byte[]> DICTIONARY = Stream.of(
                    "null",
                    "true",
                    "-1",
                    "1e999",
                    "9".repeat(40),
                    "\"\"",
                    "[]",
                    "{}",
                    "[[[[",
                    "\\u0000",
                    "\\ud800",
                    "\"id\":",
                    "\"type\":\"PAGE\"",
                    "\"when\":{\"all\":[",
                    "{\"not\":",
                    "UMBRAL1",
                    "UMBRAL2",
                    "0O1LI",
                    "\u00a0",
                    "\ud83d\ude00",
                    "-",
                    " ")
            .map(word -> word.getBytes(StandardCharsets.UTF_8))
            .toList();
    private static final int FEW = 4;

    private MutatedTexts() {}

    public static void catalogues(long seed, int count) throws GiveUp {
        byte[] whole = Json.write(Catalogues.shipped());
        ObjectNode few = (ObjectNode) Json.tree(whole);
        for (JsonNode part : few) {
            while (part instanceof ArrayNode many && many.size() > FEW) {
                many.remove(FEW);
            }
        }
        new Mutations(seed, List.of(Json.write(few)), DICTIONARY).hold(count, GiveUp.class, input -> {
            Catalogue read = Catalogue.read(input);
            read.groups().forEach(group -> read.fieldsOf(group.id()));
            read.stepOf("PER-02");
        });
    }

    public static void invitations(long seed, int count) {
        Invitation right = new Invitation(
                List.of("https://192.0.2.17:8443", "https://clinic.example.org:8443"),
                "7KQ4XMR2PV",
                OpeningKey.generate(Seeds.repeatable(1)).sealingKey(),
                1,
                Invitation.print(new byte[16]),
                Invitation.print(new byte[16]),
                "+1 202 555 0100",
                List.of(Invitation.print(new byte[16])),
                null);
        List<byte[]> texts = Stream.of(right.text(), right.groupedText())
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        new Mutations(seed, texts, DICTIONARY)
                .hold(count, GiveUp.class, input -> Invitation.parse(new String(input, StandardCharsets.UTF_8)));
    }
}
