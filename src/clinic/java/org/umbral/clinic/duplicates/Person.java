package org.umbral.clinic.duplicates;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.umbral.shared.casefile.PartialDate;

/**
 * What is compared of a person: every value that anybody wrote, also where two people wrote apart. Made with {@link
 * #of} and the {@code with…} methods.
 *
 * @param caseId people of one case are never compared: they are a family
 * @param id of the person in the case
 * @param names as spoken, as on documents, aliases
 * @param citizenships alpha-3 codes; empty where nobody knows
 * @param aNumbers as typed, in any grouping
 * @param documents whose check digits all pass
 * @param numbers receipts of USCIS and I-94 numbers, in capitals without spaces
 * @param telephones in the form of E.164, the person's own and shared with nobody
 * @param relatives names of parents and children
 * @param stays where the person is or was held
 * @param sponsorTelephones in the form of E.164
 */
public record Person(
        String caseId,
        String id,
        List<String> names,
        List<PartialDate> births,
        Set<String> citizenships,
        Set<String> aNumbers,
        Set<Document> documents,
        Set<String> numbers,
        Set<String> telephones,
        List<String> relatives,
        Set<Stay> stays,
        Set<String> sponsorTelephones) {
    public Person {
        names = List.copyOf(names);
        births = List.copyOf(births);
        citizenships = Set.copyOf(citizenships);
        aNumbers = Set.copyOf(aNumbers);
        documents = Set.copyOf(documents);
        numbers = Set.copyOf(numbers);
        telephones = Set.copyOf(telephones);
        relatives = List.copyOf(relatives);
        stays = Set.copyOf(stays);
        sponsorTelephones = Set.copyOf(sponsorTelephones);
    }

    /** An identity document, by what tells it from every other. */
    public record Document(String type, String issuer, String number) {}

    /** A place where people are held, and a day on which the person was there. */
    public record Stay(String facility, LocalDate on) {}

    /** Whom a suggestion names. */
    public record Key(String caseId, String id) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byCase = caseId.compareTo(other.caseId);
            return byCase == 0 ? id.compareTo(other.id) : byCase;
        }
    }

    public static Person of(String caseId, String id, List<String> names, List<PartialDate> births) {
        return new Person(
                caseId, id, names, births, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), List.of(), Set.of(),
                Set.of());
    }

    public Key key() {
        return new Key(caseId, id);
    }

    public Person citizenOf(Set<String> countries) {
        return new Person(
                caseId,
                id,
                names,
                births,
                countries,
                aNumbers,
                documents,
                numbers,
                telephones,
                relatives,
                stays,
                sponsorTelephones);
    }

    public Person withNumbers(Set<String> theANumbers, Set<Document> theDocuments, Set<String> others) {
        return new Person(
                caseId,
                id,
                names,
                births,
                citizenships,
                theANumbers,
                theDocuments,
                others,
                telephones,
                relatives,
                stays,
                sponsorTelephones);
    }

    public Person reachedAt(Set<String> own) {
        return new Person(
                caseId,
                id,
                names,
                births,
                citizenships,
                aNumbers,
                documents,
                numbers,
                own,
                relatives,
                stays,
                sponsorTelephones);
    }

    public Person among(List<String> parentsAndChildren, Set<Stay> where, Set<String> sponsors) {
        return new Person(
                caseId,
                id,
                names,
                births,
                citizenships,
                aNumbers,
                documents,
                numbers,
                telephones,
                parentsAndChildren,
                where,
                sponsors);
    }

    /** Holds names. */
    @Override
    public String toString() {
        return "Person";
    }
}
