/**
 * How the server does: disk, database, certificate, backups, gaps. Nothing of any case; {@link org.umbral.clinic.health.Health}
 * is the door.
 */
@NullMarked
package org.umbral.clinic.health;

import org.jspecify.annotations.NullMarked;
