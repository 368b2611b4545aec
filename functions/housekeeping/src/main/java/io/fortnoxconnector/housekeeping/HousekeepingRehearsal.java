package io.fortnoxconnector.housekeeping;

import com.amazonaws.services.lambda.runtime.Context;
import io.fortnoxconnector.api.Priming;
import io.fortnoxconnector.connector.tasks.Housekeeper;

/** A round that finds nothing to do. */
record HousekeepingRehearsal(Housekeeper housekeeper) implements Priming.Rehearsal {

  @Override
  public void run(Context context) {
    housekeeper.rehearse();
  }
}
