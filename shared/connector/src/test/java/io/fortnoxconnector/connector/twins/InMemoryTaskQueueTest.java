package io.fortnoxconnector.connector.twins;

import io.fortnoxconnector.connector.contract.TaskQueueContract;
import io.fortnoxconnector.connector.tasks.TaskQueue;
import java.util.List;

class InMemoryTaskQueueTest extends TaskQueueContract {

  private final InMemoryTaskQueue twin = new InMemoryTaskQueue(new FakeTiming());
  private int taken;

  @Override
  protected TaskQueue queue() {
    return twin;
  }

  @Override
  protected List<String> delivered() {
    List<String> news = twin.messages().subList(taken, twin.messages().size());
    taken += news.size();
    return news;
  }
}
