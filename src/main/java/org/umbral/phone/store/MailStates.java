package org.umbral.phone.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.umbral.shared.Sha256;

/** Reads what became of an item. A receipt of an earlier epoch counts only where the bytes cannot be offered again. */
final class MailStates {
    private record Row(int stage, Optional<String> refused) {}

    private record Filed(boolean counts, Optional<Instant> time, Optional<Instant> filed) {}

    private MailStates() {}

    static Optional<MailState> of(Sql sql, Sha256 name) throws SQLException {
        Optional<Row> mail = sql.one(
                "select draft, refused from mail where name = ?",
                row -> new Row(row.getInt(1), Optional.ofNullable(row.getString(2))),
                name.hex());
        Optional<Filed> receipt = sql.one(
                "select epoch = (select value from fact where key = 'epoch'), time, filed from receipt where name = ?",
                row -> new Filed(row.getBoolean(1), Receipts.time(row.getString(2)), Receipts.time(row.getString(3))),
                name.hex());
        if (mail.isEmpty() && receipt.isEmpty()) {
            return Optional.empty();
        }
        Optional<Filed> counted = receipt.filter(one -> one.counts() || mail.isEmpty());
        return Optional.of(new MailState(
                mail.map(row -> Change.Stage.values()[row.stage()]),
                mail.flatMap(Row::refused),
                counted.flatMap(Filed::time),
                counted.flatMap(Filed::filed)));
    }
}
