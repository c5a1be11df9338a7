/** The clinic's server: {@code ClinicApp} wires it. Never compiled into a phone build. */
@NullMarked
package org.umbral.clinic;

import org.jspecify.annotations.NullMarked;
