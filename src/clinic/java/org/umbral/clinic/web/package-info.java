/** The pages: sessions, forms, templates, photo viewer. No rule of the case lives here. */
@NullMarked
package org.umbral.clinic.web;

import org.jspecify.annotations.NullMarked;
