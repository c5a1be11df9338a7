package org.umbral.clinic.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.enrol.Letters;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.AuditRows;
import org.umbral.clinic.store.TableRows;
import org.umbral.shared.Failure;
import org.umbral.shared.Json;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.SigningKey;
import org.umbral.testing.Roles;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.StaffedClinic;

class TablesTest {
    private static final LocalDate DATED = LocalDate.of(2026, 11, 1);
    private static final String HEAD = "name,place,office\n";

    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private StaffSession attorney;
    private Tables tables;

    @BeforeEach
    void open() throws Failure {
        clinic = new StaffedClinic(folder);
        attorney = clinic.session();
        tables = Tables.of(
                clinic.store.database(),
                new Letters(clinic.store.devices(), clinic.store.mailbox()),
                clinic.audit,
                clinic.clock);
    }

    @AfterEach
    void close() {
        attorney.close();
        clinic.close();
    }

    @Test
    void anImportIsShownBeforeItCountsAndThenItDoes() throws Exception {
        Tables.Import first = facilities(DATED, sample());
        assertThat(tables.compare(attorney, first).added()).hasSize(3);
        assertThat(tables.all(attorney)).isEmpty();
        tables.put(attorney, first);
        assertThat(tables.all(attorney).get(0).rows())
                .contains(
                        List.of("Centro de Detención Ficticio", "Ciudad Ficticia, TX", "El Paso"),
                        List.of("Casa \"Ejemplo\"", "Villa Ficticia", "Houston"));
        Tables.Difference next = tables.compare(
                attorney,
                facilities(DATED, HEAD + "Fictitious Processing Center,Example City,San Diego\nNew,There,Houston\n"));
        assertThat(next.kept()).isEqualTo(1);
        assertThat(next.added()).containsExactly(List.of("New", "There", "Houston"));
        assertThat(next.removed()).hasSize(2);
        assertThat(new AuditRows(clinic.store.database()).after(0, 100))
                .anyMatch(row ->
                        row.action().equals("TABLE_IMPORTED") && row.object().startsWith("facilities 2026-11-01"));
    }

    @Test
    void phonesThatAreThereAndPhonesThatJoinLaterGetItSigned() throws Exception {
        SamplePhone before = clinic.join(attorney, "Trabajadora FICTICIA");
        tables.put(attorney, facilities(DATED, sample()));
        SamplePhone after = clinic.join(attorney, "Trabajador FICTICIO");
        for (SamplePhone phone : List.of(before, after)) {
            SignedDocument letter = clinic.mail(phone).stream()
                    .filter(one -> one.kind().equals(DocumentKind.TABLE.wireName()))
                    .findFirst()
                    .orElseThrow();
            Documents.Table table =
                    letter.verified(DocumentKind.TABLE, Documents.Table.class, clinic.signingKey(attorney));
            assertThat(table.source()).isEqualTo("Example Institute, example.org");
            assertThat(table.rows()).hasSize(3);
        }
    }

    @Test
    void theListOfFieldOfficesThatComesWithTheVersionIsImportedLikeAnyOther() throws Exception {
        assertThat(Tables.shipped()).extracting(Tables.Import::name).containsExactly("offices");
        Tables.Import offices = Tables.shipped().get(0);
        assertThat(tables.find(attorney, Tables.OFFICES)).isEmpty();
        assertThat(tables.put(attorney, offices).added()).hasSize(25).contains(List.of("Houston", "", "HOU"));
        SamplePhone phone = clinic.join(attorney, "Trabajadora FICTICIA");
        assertThat(lettersOf(phone)).containsExactly("offices");
        assertThat(tables.find(attorney, Tables.OFFICES).orElseThrow().source()).contains("CC0");
    }

    @Test
    void theHoldListHasCodesOfCountriesAndGoesToNoPhone() throws Exception {
        SamplePhone before = clinic.join(attorney, "Trabajadora FICTICIA");
        Tables.Import words = new Tables.Import("holds", Optional.of(DATED), "A memo", HEAD + "Utopia,,\n");
        refused("table-codes", words);
        Tables.Import list = new Tables.Import("holds", Optional.of(DATED), "A memo", HEAD + "UTO,Utopia,documents\n");
        tables.put(attorney, list);
        assertThat(tables.find(attorney, Tables.HOLDS).orElseThrow().rows())
                .containsExactly(List.of("UTO", "Utopia", "documents"));
        assertThat(lettersOf(before)).isEmpty();
        assertThat(lettersOf(clinic.join(attorney, "Trabajador FICTICIO"))).isEmpty();
    }

    private List<String> lettersOf(SamplePhone phone) throws Exception {
        List<String> names = new ArrayList<>();
        for (SignedDocument letter : clinic.mail(phone)) {
            if (letter.kind().equals(DocumentKind.TABLE.wireName())) {
                names.add(letter.verified(DocumentKind.TABLE, Documents.Table.class, clinic.signingKey(attorney))
                        .name());
            }
        }
        return names;
    }

    @Test
    void anOlderOneOneToComeOneWithoutSourceAndOddTextAreRefused() throws Exception {
        tables.put(attorney, facilities(DATED, sample()));
        refused("table-older", facilities(DATED.minusDays(1), sample()));
        refused("table-older", facilities(LocalDate.of(2026, 11, 22), sample()));
        refused("table-source-missing", new Tables.Import("facilities", Optional.of(DATED), " ", sample()));
        refused("table-columns", facilities(DATED, "a,b\n1,2"));
        refused("table-columns", facilities(DATED, HEAD + "one,two"));
        refused("table-empty", facilities(DATED, HEAD));
        refused("no-such-table", new Tables.Import("people", Optional.of(DATED), "x", sample()));
        refused("table-too-large", facilities(DATED, HEAD + row(2_501)));
        assertThatThrownBy(() -> tables.put(Roles.coordinator(attorney), facilities(DATED, sample())))
                .hasMessageContaining("not-your-role");
    }

    @Test
    void oneSignedByAnotherKeyDoesNotCount() throws Exception {
        Documents.Table table =
                new Documents.Table(1, "ports", "2026-11-01 x", "nobody", List.of(List.of("a", "", "")));
        try (SigningKey other = SigningKey.generate(clinic.random)) {
            SignedDocument forged = SignedDocument.sign(DocumentKind.TABLE, 1, table, other);
            clinic.store
                    .database()
                    .transaction(handle -> handle.execute(
                            "insert into reference_tables (name, document) values ('ports', ?)",
                            Json.writeText(forged)));
        }
        assertThat(new TableRows(clinic.store.database()).list()).hasSize(1);
        assertThat(tables.all(attorney)).isEmpty();
    }

    private void refused(String reason, Tables.Import asked) {
        assertThatThrownBy(() -> tables.put(attorney, asked)).hasMessageContaining(reason);
    }

    private static String row(int times) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < times; i++) {
            rows.append("Ficticio ").append(i).append(",Ejemplo,\n");
        }
        return rows.toString();
    }

    private static Tables.Import facilities(LocalDate dated, String csv) {
        return new Tables.Import("facilities", Optional.of(dated), "Example Institute, example.org", csv);
    }

    private static String sample() throws Exception {
        try (InputStream in = TablesTest.class.getResourceAsStream("facilities.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
