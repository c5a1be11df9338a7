package org.umbral.phone.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.umbral.shared.Bug;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.envelope.SignedDocument;

/** The clinic's link, and beside it the documents that came with the join. */
final class LinkRows {
    private LinkRows() {}

    static Optional<ClinicLink> read(Sql sql) throws SQLException {
        return sql.fact(Facts.LINK).map(json -> asWritten(json, ClinicLink.class));
    }

    /** Where it is a join, what was refused may go again; gives how much that was. */
    static int write(Sql sql, ClinicLink link) throws SQLException {
        boolean joined = !link.revoked()
                && read(sql)
                        .filter(before -> before.token().equals(link.token()) && !before.revoked())
                        .isEmpty();
        sql.fact(Facts.LINK, Json.writeText(link));
        return joined ? sql.update("update mail set refused = null") : 0;
    }

    /** What the clinic said of the link; nothing where the phone has joined again since it was read. */
    static int amend(Sql sql, ClinicLink link) throws SQLException {
        Optional<ClinicLink> now = read(sql).filter(one -> one.token().equals(link.token()));
        if (now.isEmpty()) {
            return 0;
        }
        sql.fact(Facts.LINK, Json.writeText(now.get().revoked() ? link.asRevoked() : link));
        return 1;
    }

    static void replaceDocuments(Sql sql, List<SignedDocument> documents) throws SQLException {
        sql.update("delete from document");
        for (SignedDocument document : documents) {
            sql.update("insert into document (signed) values (?)", Json.writeText(document));
        }
    }

    static List<SignedDocument> documents(Sql sql) throws SQLException {
        return sql.list(
                "select signed from document order by seq", row -> asWritten(row.getString(1), SignedDocument.class));
    }

    private static <T> T asWritten(String json, Class<T> type) {
        try {
            return Json.read(json, type);
        } catch (GiveUp e) {
            throw new Bug("what stands outside the vault is read as it was written", e);
        }
    }
}
