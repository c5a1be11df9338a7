package org.umbral.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.capture.Draft;
import org.umbral.phone.store.FullDatabase;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.testing.Seeds;
import org.umbral.testing.TestPhone;

/** A save begins from what the one before left in memory: it must never differ from what is on disk. */
class SavesInARowTest {
    private static final String LONG = "a long fictitious name ".repeat(400);

    @TempDir
    Path home;

    private TestPhone phone;
    private CaseId id;
    private ItemId person;

    @BeforeEach
    void begin() throws Exception {
        phone = new TestPhone(home, 83);
        id = phone.consented();
        person = phone.person(id);
        name("Ana");
    }

    @AfterEach
    void close() {
        phone.close();
    }

    private void name(String name) throws Exception {
        phone.write(id, person, "PER-02", name);
    }

    private String name() throws Exception {
        return phone.intake.read(id).item(person).orElseThrow().text("PER-02").orElse("");
    }

    private List<Entry> sent() throws Exception {
        List<Entry> sent = new ArrayList<>();
        for (Waiting item : phone.core.outbox().waiting()) {
            byte[] sealed = phone.core.outbox().read(item.name(), 0).readAllBytes();
            sent.add(EntryJson.read(
                    SignedEntry.open(sealed, phone.clinic.identity()).json()));
        }
        return sent;
    }

    @Test
    void whatAnOpenCaseShowsIsWhatANewProcessReads() throws Exception {
        name("Ana María");
        phone.intake.undo(id);
        name("Ana Luisa");
        phone.intake.remove(id, phone.intake.newItem(id, "sponsor", ItemId.CASE));
        CaseFile open = phone.intake.read(id);

        phone.restart();

        assertThat(phone.intake.read(id)).isEqualTo(open);
    }

    @Test
    void aDraftThatSomebodyElseCutIsFollowedByAnEntryOfItsOwn() throws Exception {
        phone.core.cutAll();
        name("Ana María");
        phone.intake.leave(id);

        assertThat(sent()).extracting(Entry::sequence).containsExactlyInAnyOrder(1, 2);
        assertThat(CaseFile.fold(id, sent())).isEqualTo(phone.intake.read(id));
        assertThat(phone.intake.read(id).hasConflicts()).isFalse();
    }

    @Test
    void afterASaveThatFailedTheCaseIsAsItWas() throws Exception {
        FullDatabase.fill(phone.core.store());
        assertThatThrownBy(() -> name(LONG)).isInstanceOf(TryAgain.class).hasMessage("disk-full");
        assertThat(name()).isEqualTo("Ana");

        FullDatabase.empty(phone.core.store());
        phone.write(id, person, "PER-05", "Ficticio");
        assertThat(name()).isEqualTo("Ana");
        phone.restart();
        assertThat(name()).isEqualTo("Ana");
    }

    @Test
    void aRowThatAnotherWriterPutInBetweenIsRead() throws Exception {
        var store = phone.core.store();
        CaseRecord record =
                CaseRecord.read(store.row(phone.vault, Shelf.CASE, id.text()).orElseThrow());
        byte[] pinned = record.pinned(phone.clock.instant()).write();
        store.commit(store.change(phone.vault).put(Shelf.CASE, id.text(), Shelf.TOP, pinned));

        name("Ana María");

        assertThat(phone.intake.row(id).orElseThrow().pinned()).isTrue();
    }

    @Test
    void whatIsRememberedCountsOnlyUntilTheNextCommitOfAnybody() throws Exception {
        Sitting sitting = new Sitting();
        LoadedCase read = new LoadedCase(
                id,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Draft.begin(EntryId.random(Seeds.repeatable(1)), HowKnown.FACE_TO_FACE, null),
                CaseFile.fold(id, List.of()),
                CaseFile.fold(id, List.of()),
                7);
        sitting.written(read);

        assertThat(sitting.written(7)).contains(read);
        assertThat(sitting.written(8)).isEmpty();
        sitting.written(null);
        assertThat(sitting.written(7)).isEmpty();
    }
}
