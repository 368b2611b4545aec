package io.fortnoxconnector.housekeeping;

import com.amazonaws.services.lambda.runtime.Context;
import io.fortnoxconnector.api.Priming;
import io.fortnoxconnector.connector.tasks.Housekeeper;
import io.fortnoxconnector.connector.webhooks.Waker;

/** A round that finds nothing to do. */
record HousekeepingRehearsal(Housekeeper housekeeper, Waker waker) implements Priming.Rehearsal {

  @Override
  public void run(Context context) {
    housekeeper.rehearse();
    waker.rehearse();
  }
}
