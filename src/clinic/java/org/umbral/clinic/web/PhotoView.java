package org.umbral.clinic.web;

import java.util.List;

/**
 * One photographed page.
 *
 * @param shut whether it waits for the conflict check
 * @param apart whether it shows a sponsor's paper, which opens behind a reason
 * @param position from 1, of {@code count} photos of the case
 * @param before address of the viewer of the photo before; empty for the first
 * @param turn how far the phone turned it, in degrees clockwise; the photo itself is as it was sealed
 * @param prints what the entry says of its bytes, to compare copies by
 */
record PhotoView(
        String caseId,
        String name,
        boolean here,
        boolean shut,
        boolean apart,
        String title,
        int page,
        int width,
        int height,
        int turn,
        int position,
        int count,
        String before,
        String after,
        CaseView.Source source,
        List<Print> prints) {
    record Print(String what, String hash) {}

    String address() {
        return "/case/" + caseId + "/photo/" + name;
    }

    String viewer() {
        return address() + "/view";
    }

    String backToCase() {
        return "/case/" + caseId + "#photo-" + position;
    }
}
