package org.umbral.clinic.casework;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.WorkRows;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.secret.AesKey;

/** Reads what {@link #of} laid down when a case changed. */
record StoredWork(WorkRows rows, Visible visible) implements Work {
    static WorkRows.Work of(CaseFacts facts, AesKey staffKey) {
        CaseWork work = new CaseWork(facts.catalogue(), facts.caseFile());
        return new WorkRows.Work(
                work.isClosed(),
                work.openTasks().stream().map(task -> sealed(task, staffKey)).toList());
    }

    private static WorkRows.Task sealed(Task task, AesKey key) {
        byte[] words = Json.write(
                Json.object().put("what", task.what()).put("whom", task.whom()).put("name", task.whomName()));
        String caseId = task.caseId().text();
        String item = task.item().path();
        return new WorkRows.Task(
                caseId, item, task.due().map(LocalDate::toString).orElse(null), key.seal(words, place(caseId, item)));
    }

    @Override
    public List<Task> tasks(StaffSession session) throws AskThePerson, TryAgain {
        session.requireReadsCases();
        List<Task> tasks = new ArrayList<>();
        Set<String> hidden = visible.hidden(session);
        for (WorkRows.Task row : rows.tasks()) {
            if (!hidden.contains(row.caseId())) {
                tasks.add(opened(session.ring().staffKey(), row));
            }
        }
        return tasks;
    }

    private static Task opened(AesKey key, WorkRows.Task row) throws TryAgain {
        try {
            JsonNode words = Json.tree(key.open(row.sealed(), place(row.caseId(), row.item())));
            return new Task(
                    new CaseId(row.caseId()),
                    new ItemId(row.item()),
                    words.path("what").asText(),
                    Optional.ofNullable(row.due()).map(LocalDate::parse),
                    words.path("whom").asText(),
                    words.path("name").asText());
        } catch (GiveUp e) {
            throw new TryAgain("stored-case-damaged", e);
        }
    }

    @Override
    public Set<CaseId> closed(StaffSession session) throws AskThePerson, TryAgain {
        session.requireReadsCases();
        return rows.closed().stream().map(CaseId::new).collect(Collectors.toSet());
    }

    private static byte[] place(String caseId, String item) {
        return ("open_tasks|" + caseId + "|" + item + "|sealed").getBytes(StandardCharsets.UTF_8);
    }
}
