package org.umbral.clinic.store;

import java.util.List;
import java.util.Optional;
import org.umbral.shared.Bug;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.SignedDocument;

/** What the clinic signed for everybody, the newest of each kind: readable without a login. Thread-safe. */
public final class PublicDocuments {
    private final Database database;

    public PublicDocuments(Database database) {
        this.database = database;
    }

    public void put(SignedDocument document) throws TryAgain {
        database.transaction(handle -> handle.createUpdate("insert into public_documents (kind, document)"
                        + " values (:kind, :document) on conflict (kind) do update set document = excluded.document")
                .bind("kind", document.kind())
                .bind("document", Json.writeText(document))
                .execute());
    }

    public Optional<SignedDocument> find(DocumentKind kind) throws TryAgain {
        return database.read(handle -> handle.createQuery("select document from public_documents where kind = :kind")
                .bind("kind", kind.wireName())
                .mapTo(String.class)
                .findOne()
                .map(PublicDocuments::read));
    }

    public List<SignedDocument> list() throws TryAgain {
        return database.read(handle -> handle.createQuery("select document from public_documents order by kind")
                .mapTo(String.class)
                .map(PublicDocuments::read)
                .list());
    }

    private static SignedDocument read(String json) {
        try {
            return Json.read(json, SignedDocument.class);
        } catch (GiveUp e) {
            throw new Bug("the store gives back the documents that it was given", e);
        }
    }
}
