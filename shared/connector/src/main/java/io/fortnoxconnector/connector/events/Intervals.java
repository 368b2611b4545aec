package io.fortnoxconnector.connector.events;

import java.time.Duration;
import java.util.Map;

/** How often a vendor wants resources looked at, where it differs from what is usual. */
public interface Intervals {

  /** By the resource's name; zero where it isn't to be looked at. */
  Map<String, Duration> intervals(String tenant);

  /** These and no others from now on; nothing happens where there is no such vendor. */
  void setIntervals(String tenant, Map<String, Duration> intervals);
}
