/** What a start costs: functions as processes under Lambda's runtime client, beside yardsticks. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.bench.startup;
