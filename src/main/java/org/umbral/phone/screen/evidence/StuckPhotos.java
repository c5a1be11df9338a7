package org.umbral.phone.screen.evidence;

import java.util.ArrayList;
import java.util.List;
import org.umbral.shared.casefile.ItemId;

/** The photos of all evidence that wait for the worker; gone from memory when the phone locks. On the UI thread. */
final class StuckPhotos {
    private final List<Stuck> all = new ArrayList<>();

    List<Stuck> of(ItemId evidence) {
        return all.stream().filter(one -> one.evidence().equals(evidence)).toList();
    }

    /** Each photo once, with what was said of it last. */
    void add(Stuck photo) {
        boolean known =
                all.stream().anyMatch(one -> one.isSamePhoto(photo) && one.why().isPresent());
        if (photo.why().isPresent() || !known) {
            remove(photo);
            all.add(photo);
        }
    }

    void remove(Stuck photo) {
        all.removeIf(one -> one.isSamePhoto(photo));
    }
}
