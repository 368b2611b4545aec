package io.fortnoxconnector.bench.kill;

import io.fortnoxconnector.bench.wire.Wire;
import io.fortnoxconnector.local.stack.Service;
import io.fortnoxconnector.local.stack.functions.FunctionProcess;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

/**
 * Kills processes, from outside, by SIGKILL: at the named points, each as often as planned, and at
 * random moments. How many at any time is told from the run's progress, so that kills are spread
 * over it.
 */
final class Killer {

  private final RandomGenerator random;
  private final Map<Point, Integer> left = new EnumMap<>(Point.class);
  private final Map<Point, Integer> hits = new EnumMap<>(Point.class);
  private final Set<Victim> victims = ConcurrentHashMap.newKeySet();
  private final Queue<TokenLease> orphans = new ConcurrentLinkedQueue<>();
  private int randomLeft;
  private int randomHits;
  private int allowed;
  private int unstoredTokens;

  /**
   * @param kills in all; four of ten at random moments, the others at the points in turn
   */
  Killer(int kills, RandomGenerator random) {
    this.random = random;
    Point[] points = Point.values();
    int each = Math.max(1, kills * 6 / 10 / points.length);
    for (Point point : points) {
      left.put(point, each);
      hits.put(point, 0);
    }
    randomLeft = Math.max(0, kills - each * points.length);
  }

  /** Puts a wire between a process that is about to start and the services. */
  Map<Service, URI> watch(FunctionProcess process, Map<Service, URI> services) {
    Victim victim = new Victim(process, this);
    Wire wire = new Wire(services, victim, process::kill);
    victims.add(victim);
    var _ =
        process
            .onExit()
            .thenRun(
                () -> {
                  victims.remove(victim);
                  wire.close();
                });
    return wire.urls();
  }

  /** So many kills may have happened by now. */
  synchronized void allow(int kills) {
    allowed = kills;
  }

  synchronized boolean strikes(Victim victim, Point point) {
    if (kills() >= allowed || left.getOrDefault(point, 0) == 0 || !victim.claim()) {
      return false;
    }
    left.merge(point, -1, Integer::sum);
    hits.merge(point, 1, Integer::sum);
    count(victim);
    return true;
  }

  /** Whether somebody is still to die there. */
  synchronized boolean wants(Point point) {
    return left.getOrDefault(point, 0) > 0;
  }

  /** Kills one of the processes that are at work, if one is due. */
  synchronized void strikeAtRandom() {
    if (kills() >= allowed || randomLeft == 0) {
      return;
    }
    List<Victim> busy = new ArrayList<>(victims.stream().filter(Victim::isAtWork).toList());
    if (busy.isEmpty()) {
      return;
    }
    Victim victim = busy.get(random.nextInt(busy.size()));
    if (victim.claim()) {
      randomLeft--;
      randomHits++;
      count(victim);
      victim.kill();
    }
  }

  private void count(Victim victim) {
    if (victim.holdsUnstoredToken()) {
      unstoredTokens++;
    }
    victim.tokenLease().ifPresent(orphans::add);
  }

  /** Leases whose holders were killed, each given out once. */
  Optional<TokenLease> nextOrphan() {
    return Optional.ofNullable(orphans.poll());
  }

  synchronized int kills() {
    return randomHits + hits.values().stream().mapToInt(Integer::intValue).sum();
  }

  synchronized int randomKills() {
    return randomHits;
  }

  synchronized Map<Point, Integer> hits() {
    return new EnumMap<>(hits);
  }

  /**
   * Kills between a refresh token's departure and the store of its successor: the token is lost.
   */
  synchronized int unstoredTokens() {
    return unstoredTokens;
  }

  /** Whether every point has been hit at least once. */
  synchronized boolean hasHitAll() {
    return hits.values().stream().allMatch(count -> count > 0);
  }
}
