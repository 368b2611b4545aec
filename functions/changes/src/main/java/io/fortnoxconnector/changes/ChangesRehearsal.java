package io.fortnoxconnector.changes;

import com.amazonaws.services.lambda.runtime.Context;
import io.fortnoxconnector.api.Priming;
import io.fortnoxconnector.connector.events.Looker;

/** A round that finds nobody to look at. */
record ChangesRehearsal(Looker looker) implements Priming.Rehearsal {

  @Override
  public void run(Context context) {
    looker.rehearse();
  }
}
