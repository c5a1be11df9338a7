package org.umbral.testing;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.casework.Standing;
import org.umbral.clinic.duplicates.Person;
import org.umbral.shared.casefile.CaseId;

/** Two cases of one woman, of scenario SC-07, in a sample clinic. */
public record SampleTwice(SampleClinic clinic, SampleCase first, SampleCase second) {
    private static final SecureRandom RANDOM = Seeds.repeatable(11);

    public static SampleTwice arrive(SampleClinic clinic) {
        SampleCase one = intake(clinic, "Fatima HOSSEINI", "Albergue Ficticio A", "FAT-1MA-A", 5);
        SampleCase other = intake(clinic, "Fatemeh HUSSAINI", "Albergue Ficticio B", "FAT-3ME-B", 2);
        boolean inOrder = one.id().compareTo(other.id()) <= 0;
        clinic.lookalikes.withFatima(one.id().text(), other.id().text());
        return new SampleTwice(clinic, inOrder ? one : other, inOrder ? other : one);
    }

    private static SampleCase intake(SampleClinic clinic, String name, String place, String code, int hours) {
        var at = SampleClinic.NOW.minus(Duration.ofHours(hours));
        SampleCase sample = new SampleCase(RANDOM, at.atOffset(ZoneOffset.UTC));
        sample.sitting("worker-omar", "phone-omar-0")
                .write("case", "CAS-02", code)
                .write("case", "CAS-03", "ABROAD_ELSEWHERE")
                .write("case", "CAS-06", "WITHIN_2_WEEKS")
                .write("case", "CAP-10", place)
                .write("person", "PER-02", name)
                .cut();
        clinic.desk.arrive(sample, code, at, List.of());
        return sample;
    }

    public Person.Key one() {
        return clinic.lookalikes.keyOf(first.id().text());
    }

    public Person.Key other() {
        return clinic.lookalikes.keyOf(second.id().text());
    }

    /** As a colleague who approved it leaves them. */
    public void join() {
        clinic.joins.joinedByColleague(one(), other());
        clinic.lookalikes.joined(one(), other());
        first.join(second, "person", "person");
        List<CaseId> members = List.of(first.id(), second.id());
        clinic.desk.stands(first.id(), new Standing(Standing.Why.OPENED, Optional.empty(), Set.of(), "", members));
    }
}
