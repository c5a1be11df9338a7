/** The pages over HTTP, as a browser and as an attacker meet them. */
@NullMarked
package org.umbral.clinic.web;

import org.jspecify.annotations.NullMarked;
