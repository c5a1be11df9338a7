package org.umbral.clinic.web;

import org.umbral.shared.Failure;

/** Answers one request. Failures become error pages in one place. */
@FunctionalInterface
interface Page {
    void answer(Visit visit) throws Failure;
}
