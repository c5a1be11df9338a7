package org.umbral.clinic.store;

import org.jdbi.v3.core.statement.SqlStatement;
import org.umbral.shared.Sha256;

/** An upload: what it will be, and the phone that brings it. Two phones that bring the same bring two. */
public record UploadId(Sha256 sha256, String device) {
    static final String IS = " sha256 = :sha256 and device = :device";

    <S extends SqlStatement<S>> S bind(S statement) {
        return statement.bind("sha256", sha256.hex()).bind("device", device);
    }
}
