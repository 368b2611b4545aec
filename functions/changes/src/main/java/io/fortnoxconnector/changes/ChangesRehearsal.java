package io.fortnoxconnector.changes;

import com.amazonaws.services.lambda.runtime.Context;
import io.fortnoxconnector.api.Priming;
import io.fortnoxconnector.connector.events.Forgetting;
import io.fortnoxconnector.connector.events.Looker;
import io.fortnoxconnector.connector.events.TaskNews;

/** A round that finds nothing to tell, nothing to forget and nobody to look at. */
record ChangesRehearsal(TaskNews news, Forgetting forgetting, Looker looker)
    implements Priming.Rehearsal {

  @Override
  public void run(Context context) {
    news.rehearse();
    forgetting.rehearse();
    looker.rehearse();
  }
}
