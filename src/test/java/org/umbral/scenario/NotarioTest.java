package org.umbral.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.screen.protocol.Protocol;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** SC-12: Carlos is detained, paid a "notario", and wants the volunteer to write the request. */
class NotarioTest {
    private static final Pattern PACKET =
            Pattern.compile("(?i)\\b(export|print|packet|exportar|imprimir|expediente completo)\\b");

    @TempDir
    Path home;

    private Worker worker;

    @BeforeEach
    void afterTheVisit() throws Exception {
        worker = Worker.with(home, 112);
        worker.begin(HowKnown.RECALLED);
        worker.gives("es", "COLLECT_AND_STORE", "SHARE_WITH_CLINIC");
        worker.answer("PER-02", "Carlos Ficticio");
        worker.answer("CAS-03", "DETAINED_ICE");
        worker.answer("PER-21", "000000033");
        worker.answer("DET-15", "BIA");
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    @Step("SC-12.1")
    void whoWasPaidIsAFactTheWishToTalkAloneIsKeptAndTheGuideIsNoted() throws Exception {
        assertThat(worker.isAsked(ItemId.CASE, "SAF-01"))
                .as("only where nobody listens")
                .isFalse();
        worker.answer("CAP-14", "YES");
        worker.answer("CAS-12", Value.choices(List.of("PAID_NOTARIO")));
        worker.answer("ATY-01", "NOTARIO_ONLY");
        worker.answer("SAF-01", "YES");
        ItemId guide = worker.another("material");
        worker.answer(guide, "ATY-07", "pro se parole guide");
        worker.answer(guide, "ATY-07B", "es");
        assertThat(worker.cards()).contains(Protocol.NOTARIO).doesNotContain(Protocol.OWN_LAWYER);

        Journal journal = worker.done();

        assertThat(journal.written(ItemId.CASE, "CAS-12")).containsExactly(Value.choices(List.of("PAID_NOTARIO")));
        assertThat(journal.written(ItemId.CASE, "ATY-01")).containsExactly(Value.text("NOTARIO_ONLY"));
        assertThat(journal.written(ItemId.CASE, "SAF-01")).containsExactly(Value.text("YES"));
        assertThat(journal.written(guide, "ATY-07")).containsExactly(Value.text("pro se parole guide"));
        assertThat(journal.written("CON-04"))
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(notice.asText().orElseThrow()).contains("N1"));
    }

    @Test
    @Step("SC-12.assert.1")
    void noWordOfThePhoneOffersAPacket() throws Exception {
        for (String language : List.of("en", "es")) {
            Properties words = new Properties();
            try (InputStream in =
                    NotarioTest.class.getResourceAsStream("/org/umbral/phone/words_" + language + ".properties")) {
                words.load(new java.io.InputStreamReader(
                        Objects.requireNonNull(in), java.nio.charset.StandardCharsets.UTF_8));
            }
            assertThat(words.values())
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat((String) text).doesNotContainPattern(PACKET));
        }
    }
}
