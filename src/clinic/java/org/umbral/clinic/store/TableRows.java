package org.umbral.clinic.store;

import java.util.List;
import java.util.Optional;
import org.umbral.shared.Bug;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.SignedDocument;

/** Reference tables as they were signed, the newest of each name. Thread-safe. */
public final class TableRows {
    /** Read by the clinic's rules; no phone gets it. */
    public static final String NOT_FOR_PHONES = "holds";

    private final Database database;

    public TableRows(Database database) {
        this.database = database;
    }

    /** With its row of the audit: both or none. */
    public void put(String name, SignedDocument document, AuditRows.Next audited) throws TryAgain {
        database.transaction(handle -> {
            handle.createUpdate("insert into reference_tables (name, document) values (:name, :document)"
                            + " on conflict (name) do update set document = excluded.document")
                    .bind("name", name)
                    .bind("document", Json.writeText(document))
                    .execute();
            return AuditRows.append(handle, audited);
        });
    }

    /** In the order of their names. */
    public List<SignedDocument> list() throws TryAgain {
        return database.read(handle -> handle.createQuery("select document from reference_tables order by name")
                .mapTo(String.class)
                .map(TableRows::read)
                .list());
    }

    public List<SignedDocument> listForPhones() throws TryAgain {
        return database.read(
                handle -> handle.createQuery("select document from reference_tables where name <> :not order by name")
                        .bind("not", NOT_FOR_PHONES)
                        .mapTo(String.class)
                        .map(TableRows::read)
                        .list());
    }

    public Optional<SignedDocument> find(String name) throws TryAgain {
        return database.read(handle -> handle.createQuery("select document from reference_tables where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .map(TableRows::read)
                .findOne());
    }

    private static SignedDocument read(String json) {
        try {
            return Json.read(json, SignedDocument.class);
        } catch (GiveUp e) {
            throw new Bug("the store gives back the documents that it was given", e);
        }
    }
}
