package org.umbral.clinic.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.Bug;
import org.umbral.shared.TryAgain;

class CommonCommitTest {
    @TempDir
    Path folder;

    Database database;

    @BeforeEach
    void open() throws TryAgain {
        database = Database.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Has all of it wait, in this order, for one commit; the first leads. */
    private List<FutureTask<Integer>> together(List<HandleCallback<Integer, TryAgain>> works) throws TryAgain {
        List<FutureTask<Integer>> turns = new ArrayList<>();
        database.transaction(handle -> {
            for (HandleCallback<Integer, TryAgain> work : works) {
                FutureTask<Integer> turn = new FutureTask<>(() -> database.together(work));
                Thread thread = new Thread(turn);
                thread.start();
                await().until(() -> thread.getState() == Thread.State.WAITING);
                turns.add(turn);
            }
            return turns.size();
        });
        return turns;
    }

    private static int put(Handle handle, String name) {
        return handle.execute("insert into clinic_state (name, value) values (?, '')", name);
    }

    private boolean isHeld(String name) throws TryAgain {
        return database.read(handle -> ClinicState.value(handle, name)).isPresent();
    }

    @Test
    void workThatFailsIsUndoneAlone() throws Exception {
        List<FutureTask<Integer>> turns = together(List.of(
                handle -> put(handle, "first"),
                handle -> {
                    put(handle, "second");
                    throw new TryAgain("offset-differs");
                },
                handle -> put(handle, "third")));
        assertThat(turns.get(0).get()).isEqualTo(1);
        assertThatThrownBy(turns.get(1)::get).cause().hasMessage("offset-differs");
        assertThat(turns.get(2).get()).isEqualTo(1);
        assertThat(isHeld("first") && isHeld("third")).isTrue();
        assertThat(isHeld("second")).isFalse();
    }

    @Test
    void workThatFailsAloneIsUndoneToo() throws Exception {
        assertThatThrownBy(() -> database.together(handle -> {
                    put(handle, "first");
                    throw new TryAgain("offset-differs");
                }))
                .isInstanceOf(TryAgain.class)
                .hasMessage("offset-differs");
        assertThatThrownBy(() -> database.together(handle -> put(handle, "second")
                        + handle.execute("insert or rollback into clinic_state (name, value) values ('second', '')")))
                .isInstanceOf(TryAgain.class)
                .hasMessage("store-busy");
        assertThat(isHeld("first") || isHeld("second")).isFalse();
        int again = database.together(handle -> put(handle, "first"));
        assertThat(again).isEqualTo(1);
        assertThat(isHeld("first")).isTrue();
    }

    @Test
    void noneIsToldThatItsWorkStandsWhereAnErrorOfTheMachineUndidIt() throws Exception {
        List<FutureTask<Integer>> turns =
                together(List.of(handle -> put(handle, "first"), handle -> put(handle, "second"), handle -> {
                    throw new OutOfMemoryError("fictitious");
                }));
        for (FutureTask<Integer> turn : turns) {
            assertThatThrownBy(turn::get).isInstanceOf(ExecutionException.class);
        }
        assertThat(isHeld("first") || isHeld("second")).isFalse();
        int again = database.together(handle -> put(handle, "second"));
        assertThat(again).isEqualTo(1);
    }

    @Test
    void whereTheDatabaseUndidAllEachIsToldWhy() throws Exception {
        List<FutureTask<Integer>> turns = together(List.of(
                handle -> put(handle, "first"),
                handle -> handle.execute("insert or rollback into clinic_state (name, value) values ('first', '')"),
                handle -> put(handle, "third")));
        for (FutureTask<Integer> turn : turns) {
            assertThatThrownBy(turn::get).cause().isInstanceOf(TryAgain.class).hasMessage("store-busy");
        }
        assertThat(isHeld("first") || isHeld("third")).isFalse();
    }

    @Test
    void itDoesNotBeginWithinAnother() {
        assertThatThrownBy(() -> database.transaction(outer -> database.together(handle -> put(handle, "within"))))
                .isInstanceOf(Bug.class);
    }
}
