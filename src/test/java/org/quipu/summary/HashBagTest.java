package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class HashBagTest {
  private static HashBag of(List<Long> hashes) {
    HashBag bag = new HashBag();
    hashes.forEach(bag::add);
    return bag;
  }

  @Property(tries = 200)
  void whatWasTakenOutLeavesNoTrace(
      @ForAll @Size(max = 60) List<@LongRange(min = -3, max = 9) Long> some,
      @ForAll @Size(max = 60) List<@LongRange(min = -3, max = 9) Long> more) {
    HashBag bag = of(more);
    bag.addAll(of(some), 1);
    bag.addAll(of(more), -1);
    assertThat(bag.size()).isEqualTo(some.size());
    assertThat(bag.repeated()).isEqualTo(some.size() - new HashSet<>(some).size());
    // Taken out before it is put in, as parts may be merged in any order.
    HashBag before = new HashBag();
    before.addAll(of(more), -1);
    before.addAll(bag, 1);
    before.addAll(of(more), 1);
    assertThat(before.repeated()).isEqualTo(bag.repeated());
  }
}
