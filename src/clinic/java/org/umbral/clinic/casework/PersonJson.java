package org.umbral.clinic.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.umbral.clinic.duplicates.Person;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;

/** People as a match card keeps them. */
final class PersonJson {
    private PersonJson() {}

    static byte[] write(Collection<Person> people) {
        ObjectNode json = Json.object();
        ArrayNode all = json.putArray("people");
        for (Person person : people) {
            ObjectNode one = all.addObject().put("id", person.id());
            put(one, "names", person.names());
            ArrayNode births = one.putArray("births");
            person.births().forEach(birth -> births.add(birth.toValue().json()));
            put(one, "citizenships", person.citizenships());
            put(one, "aNumbers", person.aNumbers());
            put(one, "numbers", person.numbers());
            put(one, "telephones", person.telephones());
            put(one, "relatives", person.relatives());
            put(one, "sponsors", person.sponsorTelephones());
            ArrayNode stays = one.putArray("stays");
            person.stays()
                    .forEach(stay -> stays.addObject()
                            .put("at", stay.facility())
                            .put("on", stay.on().toString()));
        }
        return Json.write(json);
    }

    static List<Person> read(String caseId, byte[] bytes) throws GiveUp {
        List<Person> people = new ArrayList<>();
        for (JsonNode one : Json.tree(bytes).path("people")) {
            List<PartialDate> births = new ArrayList<>();
            one.path("births")
                    .forEach(birth -> PartialDate.from(new Value(birth)).ifPresent(births::add));
            Set<Person.Stay> stays = new HashSet<>();
            one.path("stays")
                    .forEach(stay -> stays.add(new Person.Stay(
                            stay.path("at").asText(),
                            LocalDate.parse(stay.path("on").asText()))));
            people.add(Person.of(caseId, one.path("id").asText(), texts(one, "names"), births)
                    .citizenOf(Set.copyOf(texts(one, "citizenships")))
                    .withNumbers(Set.copyOf(texts(one, "aNumbers")), Set.of(), Set.copyOf(texts(one, "numbers")))
                    .reachedAt(Set.copyOf(texts(one, "telephones")))
                    .among(texts(one, "relatives"), stays, Set.copyOf(texts(one, "sponsors"))));
        }
        return people;
    }

    private static void put(ObjectNode json, String name, Collection<String> texts) {
        ArrayNode array = json.putArray(name);
        texts.forEach(array::add);
    }

    private static List<String> texts(JsonNode json, String name) {
        List<String> texts = new ArrayList<>();
        json.path(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
