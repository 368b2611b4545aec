package io.fortnoxconnector.connector.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A test whose callers come at the same moment, so that it holds only where a conditional write is
 * atomic.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@Tag(Race.TAG)
public @interface Race {

  String TAG = "race";
}
