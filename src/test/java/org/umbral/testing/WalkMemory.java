package org.umbral.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.umbral.phone.Intake;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;

/** What the journal said of each case after each call that changed it: what the screens may announce as saved. */
public final class WalkMemory {
    private static final Set<String> CHANGES = Set.of(
            "write",
            "remove",
            "restore",
            "undo",
            "answer",
            "heard",
            "addPhoto",
            "adopt",
            "discardDraft",
            "refuse",
            "leave",
            "settle");

    private final Map<CaseId, Map<String, String>> cases = new HashMap<>();
    private long changes;

    /** The same journal, remembered. */
    Intake over(Intake journal) {
        return (Intake) Proxy.newProxyInstance(
                Intake.class.getClassLoader(), new Class<?>[] {Intake.class}, (proxy, method, args) -> {
                    boolean change = CHANGES.contains(method.getName());
                    try {
                        if (!change) {
                            return method.invoke(journal, args);
                        }
                        synchronized (this) {
                            Object answer = method.invoke(journal, args);
                            CaseId id = args[0] instanceof CaseId given ? given : ((Intake.Leftover) args[0]).caseId();
                            changes++;
                            remember(journal, id);
                            return answer;
                        }
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void remember(Intake journal, CaseId id) throws Failure {
        if (journal.row(id).isPresent()) {
            cases.put(id, answers(journal.read(id)));
        } else {
            cases.remove(id);
        }
    }

    /** The phone was emptied. */
    synchronized void clear() {
        cases.clear();
    }

    /** A copy, to be compared with what is found after a kill. */
    public synchronized Map<CaseId, Map<String, String>> held() {
        return Map.copyOf(cases);
    }

    public synchronized long changes() {
        return changes;
    }

    /** Whether a case holds this text in this field, whoever it is about. */
    public synchronized boolean holds(String field, String text) {
        return cases.values().stream()
                .flatMap(one -> one.entrySet().stream())
                .anyMatch(one ->
                        one.getKey().endsWith(" " + field) && one.getValue().contains(text));
    }

    /** Every answer with its item, field, state and all its values. */
    public static Map<String, String> answers(CaseFile file) {
        Map<String, String> all = new TreeMap<>();
        file.items()
                .forEach((item, found) -> found.answers()
                        .forEach((field, answer) -> all.put(
                                item.path() + " " + found.state() + " " + field.text(),
                                answer.held().stream()
                                        .map(held -> held.value().json().toString())
                                        .sorted()
                                        .toList()
                                        .toString())));
        return all;
    }
}
