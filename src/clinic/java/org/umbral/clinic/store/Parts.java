package org.umbral.clinic.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.umbral.shared.Sha256;

/** The rows that name the files in which evidence lies, within somebody's transaction. They stay when it is whole. */
final class Parts {
    private static final int HASH_DIGITS = 2 * Sha256.BYTES;

    private Parts() {}

    /** A file that holds one part. */
    record Part(String file, long length) {}

    static void add(Handle handle, UploadId id, long start, long length, String file) {
        Statements.update(
                handle,
                "insert into parts (sha256, device, start, length, file) values (?, ?, ?, ?, ?)",
                id.sha256().hex(),
                id.device(),
                start,
                length,
                file);
    }

    /** How many bytes lie in parts. */
    static long length(Handle handle, UploadId id) {
        return id.bind(handle.createQuery("select coalesce(sum(length), 0) from parts where" + UploadId.IS))
                .mapTo(Long.class)
                .one();
    }

    /** The parts of an upload that is whole; none while it is on its way, since their hash is not checked yet. */
    static List<Part> whole(Handle handle, Sha256 sha256) {
        return handle.createQuery("select file, length from parts where sha256 = :sha256"
                        + " and not exists (select 1 from uploads where sha256 = :sha256)")
                .bind("sha256", sha256.hex())
                .map((row, context) -> new Part(row.getString(1), row.getLong(2)))
                .list();
    }

    static List<String> files(Handle handle, UploadId id) {
        return id.bind(handle.createQuery("select file from parts where" + UploadId.IS + " order by start"))
                .mapTo(String.class)
                .list();
    }

    /** Whether a row names this file, which begins with the hash of what it is a part of. */
    static boolean isNamed(Handle handle, String file) {
        return handle.createQuery("select exists (select 1 from parts where sha256 = :sha256 and file = :file)")
                .bind("sha256", file.substring(0, HASH_DIGITS))
                .bind("file", file)
                .mapTo(Boolean.class)
                .one();
    }

    static void forget(Handle handle, UploadId id) {
        id.bind(handle.createUpdate("delete from parts where" + UploadId.IS)).execute();
    }

    /** Those of every phone; their files are swept later. */
    static void forget(Handle handle, Sha256 sha256) {
        Statements.update(handle, "delete from parts where sha256 = ?", sha256.hex());
    }

    /** Of an upload that is whole, of which one phone's parts are left. */
    static List<String> files(Handle handle, Sha256 sha256) {
        return handle.createQuery("select file from parts where sha256 = :sha256 order by start")
                .bind("sha256", sha256.hex())
                .mapTo(String.class)
                .list();
    }
}
