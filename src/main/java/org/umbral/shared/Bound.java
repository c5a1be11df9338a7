package org.umbral.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record or enum that {@link Json} binds by reflection. A phone's native image knows it only if {@code
 * META-INF/substrate/config/reflectionconfig.json} names it; {@code BoundTypesTest} compares the two.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Bound {}
