package org.umbral.clinic.web;

/**
 * What staff do with a case, as its page shows it.
 *
 * @param shut path of the form that opens the story; empty where it is open to the reader
 */
record WorkView(String shut) {}
