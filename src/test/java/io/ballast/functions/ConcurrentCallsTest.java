package io.ballast.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Functions are registered as thread-safe: many threads at once get what one thread gets. */
class ConcurrentCallsTest {
  private static final int THREADS = 8;

  @Test
  void eightThreadsAtOnceGetTheResultsOfOneForEachFunction() throws Exception {
    Map<String, GoldenCases.Case> first = new LinkedHashMap<>();
    for (GoldenCases.Case one : GoldenCases.all()) {
      first.putIfAbsent(Expression.function(one.formula()), one);
    }
    assertTrue(first.size() > 130, "only " + first.size());
    compare(List.copyOf(first.values()));
  }

  @Tag("thorough")
  @Test
  void eightThreadsAtOnceGetTheResultsOfOneForEachCase() throws Exception {
    compare(GoldenCases.all());
  }

  private static void compare(List<GoldenCases.Case> cases) throws Exception {
    List<String> alone = cases.stream().map(ConcurrentCallsTest::result).toList();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Future<List<String>>> running = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
          order.add(i);
        }
        Collections.shuffle(order, new Random(t));
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  String[] results = new String[cases.size()];
                  for (int i : order) {
                    results[i] = result(cases.get(i));
                  }
                  return List.of(results);
                }));
      }
      for (Future<List<String>> one : running) {
        assertEquals(alone, one.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String result(GoldenCases.Case one) {
    return one.formula() + " " + Arrays.deepToString(new Object[] {one.evaluate()});
  }
}
