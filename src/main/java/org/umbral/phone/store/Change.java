package org.umbral.phone.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.unlock.Vault;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.envelope.SignedDocument;

/**
 * What one transaction changes: sealed rows of the vault and mail, committed together or not at all by {@link
 * PhoneStore#commit}. Filled by one thread, used once.
 */
public final class Change {
    /** How far mail has come before it may go. */
    public enum Stage {
        /** May go. */
        CUT,
        /** Goes once it is cut; every start of the process cuts. */
        DRAFT,
        /** Before consent: nothing cuts it. */
        HELD
    }

    interface Step {
        void apply(Sql sql, StorePoint points) throws SQLException;
    }

    private final Vault vault;
    private final String day;
    private final List<Step> steps = new ArrayList<>();
    private boolean mailChanged;

    Change(Vault vault, String day) {
        this.vault = vault;
        this.day = day;
    }

    /** Seals a row into the vault, in place of an older one. Kind, id and parent stand outside: random ids only. */
    public Change put(String kind, String id, String parent, byte[] plain) {
        return step("commit-row-put", sql -> {
            int version = 1
                    + sql.one("select version from vault_row where kind = ? and id = ?", row -> row.getInt(1), kind, id)
                            .orElse(0);
            sql.update(
                    "insert or replace into vault_row (kind, id, parent, version, sealed) values (?, ?, ?, ?, ?)",
                    kind,
                    id,
                    parent,
                    version,
                    vault.seal(kind, id, version, plain));
        });
    }

    public Change delete(String kind, String id) {
        return step(
                "commit-row-deleted", sql -> sql.update("delete from vault_row where kind = ? and id = ?", kind, id));
    }

    public Change deleteAll(String kind, String parent) {
        return step(
                "commit-row-deleted",
                sql -> sql.update("delete from vault_row where kind = ? and parent = ?", kind, parent));
    }

    /** Queues a small envelope whole. */
    public Change queue(Envelope envelope, String group, boolean emergency, Stage stage) {
        return queue(envelope.name(), envelope.bytes().length, envelope.bytes(), group, emergency, stage);
    }

    /** Queues a sealed photo, whose file was written before. */
    public Change queuePhoto(Sha256 name, long size, String group, boolean emergency, Stage stage) {
        return queue(name, size, null, group, emergency, stage);
    }

    private Change queue(
            Sha256 name, long size, byte @Nullable [] bytes, String group, boolean emergency, Stage stage) {
        // A draft does not wait yet: whoever carries mail hears of it when it is cut.
        mailChanged |= stage == Stage.CUT;
        return step(
                "commit-mail-queued",
                sql -> sql.update(
                        "insert or ignore into mail (name, size, photo, emergency, grp, day, draft, bytes, link_time)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, " + SqlOutbox.LINK_TIME + ")",
                        name.hex(),
                        size,
                        bytes == null ? 1 : 0,
                        emergency ? 1 : 0,
                        group,
                        day,
                        stage.ordinal(),
                        bytes));
    }

    /** Takes back mail that never went: only what is still a draft. */
    public Change dropDraft(Sha256 name) {
        return step(
                "commit-mail-dropped", sql -> sql.update("delete from mail where name = ? and draft <> 0", name.hex()));
    }

    /** Cuts a case's drafts, so that what was written goes though its readable copy is gone; but not from before consent. */
    public Change letGo(String group) {
        mailChanged = true;
        return step("commit-mail-queued", sql -> {
            sql.update("delete from mail where grp = ? and draft = " + Stage.HELD.ordinal(), group);
            sql.update("update mail set draft = 0 where grp = ?", group);
        });
    }

    /** Moves what is not yet sent of a group to the emergency lane or back, and its drafts to a stage. */
    public Change regroup(String group, boolean emergency, Stage draftStage) {
        return step("commit-mail-queued", sql -> {
            sql.update("update mail set emergency = ? where grp = ?", emergency ? 1 : 0, group);
            sql.update("update mail set draft = ? where grp = ? and draft <> 0", draftStage.ordinal(), group);
        });
    }

    /** A change of it that the clinic signed; nothing where the phone has joined again since it was read. */
    public Change link(ClinicLink link) {
        mailChanged = true;
        return step("commit-fact-put", sql -> LinkRows.amend(sql, link));
    }

    public Change policy(String json) {
        return fact(Facts.POLICY, json);
    }

    /** The clinic's catalogue, its own JSON text. */
    public Change catalogue(String json) {
        return fact(Facts.CATALOGUE, json);
    }

    /** A document that came with the join was taken over, or cannot be used. */
    public Change documentTaken(SignedDocument document) {
        return step(
                "commit-document-taken",
                sql -> sql.update("delete from document where signed = ?", Json.writeText(document)));
    }

    /** The clinic's backups reach a position of an epoch; marks only grow. */
    public Change backupMark(String epoch, long position) {
        return step("commit-fact-put", sql -> {
            Optional<String> before = sql.fact(Facts.MARK + epoch);
            if (before.isEmpty() || Long.parseLong(before.get()) < position) {
                sql.fact(Facts.MARK + epoch, Long.toString(position));
            }
        });
    }

    public Change mailbox(String sealingKey) {
        return fact(Facts.MAILBOX, sealingKey);
    }

    /** The letter was read and done with; its sealed bytes go. */
    public Change letterRead(Sha256 letter) {
        return step(
                "commit-letter-read",
                sql -> sql.update("update letter set state = 1, sealed = null where name = ?", letter.hex()));
    }

    /** The letter cannot be used; it is kept and blocks nothing (rule R7). */
    public Change letterQuarantined(Sha256 letter) {
        return step(
                "commit-letter-read", sql -> sql.update("update letter set state = 2 where name = ?", letter.hex()));
    }

    public Change dropCapture(Sha256 name) {
        return step("capture-adopted", sql -> sql.update("delete from capture where name = ?", name.hex()));
    }

    private Change fact(String key, String value) {
        return step("commit-fact-put", sql -> sql.fact(key, value));
    }

    private interface Doing {
        void run(Sql sql) throws SQLException;
    }

    private Change step(String point, Doing doing) {
        steps.add((sql, points) -> {
            doing.run(sql);
            points.reached(point);
        });
        return this;
    }

    List<Step> steps() {
        return steps;
    }

    boolean changesMail() {
        return mailChanged;
    }
}
