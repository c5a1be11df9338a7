package org.umbral.phone.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.umbral.shared.Json;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.wire.HaveRequest;

/** Files receipts. One of the present epoch counts; the clinic's time only moves forward. */
record Receipts(Clock clock, StorePoint points) {
    static final String SET_EPOCH = "insert or ignore into fact (key, value) values ('epoch', ?)";

    /** Whether it was new: once for each item and epoch, and only for items of ours. */
    boolean file(Sql sql, Receipt receipt, SignedDocument signed) throws SQLException {
        boolean ours = sql.one(
                        "select 1 from mail where name = ? union select 1 from receipt where name = ?",
                        row -> 1,
                        receipt.sha256(),
                        receipt.sha256())
                .isPresent();
        boolean filed = sql.one(
                        "select 1 from receipt where name = ? and epoch = ?",
                        row -> 1,
                        receipt.sha256(),
                        receipt.epoch())
                .isPresent();
        if (!ours || filed) {
            return false;
        }
        sql.update(
                "insert or replace into receipt (name, size, epoch, position, time, filed, document)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                receipt.sha256(),
                receipt.size(),
                receipt.epoch(),
                receipt.position(),
                receipt.time(),
                clock.instant().toString(),
                Json.writeText(signed));
        sql.update("update mail set draft = 0, refused = null where name = ?", receipt.sha256());
        sql.update(SET_EPOCH, receipt.epoch());
        Instant newest = sql.fact(Facts.SERVER_TIME).map(Instant::parse).orElse(Instant.MIN);
        if (time(receipt.time()).filter(newest::isBefore).isPresent()) {
            sql.fact(Facts.SERVER_TIME, receipt.time());
        }
        points.reached("receipt-filed");
        return true;
    }

    /** Receipts of other epochs whose bytes are here no more. */
    static List<HaveRequest.Gone> gone(Sql sql, String epoch) throws SQLException {
        return sql.list(
                "select name, size, time from receipt where epoch <> ?"
                        + " and not exists (select 1 from mail where mail.name = receipt.name) order by name",
                row -> new HaveRequest.Gone(row.getString(1), row.getLong(2), row.getString(3)),
                epoch);
    }

    static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
