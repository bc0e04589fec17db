package org.quipu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.quipu.quality.Book;

/** Tasks of one process go on with each other's sums; others know nothing of them. */
class BegunTest {

  @Test
  void aTaskThatWasSentGoesOnWithWhatAnotherLeft() throws Exception {
    try (Begun<GoalSums> begun = new Begun<>()) {
      Begun<GoalSums> sent = sent(begun);
      Begun.Sum<GoalSums> sum = sum(3);
      sent.leave(7, sum);

      assertThat(begun.take(6)).isNull();
      assertThat(begun.take(7)).isSameAs(sum);
      assertThat(begun.take(7)).isNull();
    }
  }

  @Test
  void allThatIsLeftOfAFileIsOneSumOfAllTasks() {
    try (Begun<GoalSums> begun = new Begun<>()) {
      begun.leave(0, sum(3));
      begun.leave(1, sum(4));
      begun.leave(0, sum(1));

      assertThat(begun.takeAll(0)).map(Begun.Sum::tasks).contains(4);
      assertThat(begun.takeAll(0)).isEmpty();
      assertThat(begun.takeAll(1)).map(Begun.Sum::tasks).contains(4);
    }
  }

  @Test
  void whereItWasNotBegunThereIsNothingToGoOnWith() throws Exception {
    byte[] bytes;
    try (Begun<GoalSums> begun = new Begun<>()) {
      begun.leave(0, sum(1));
      bytes = bytes(begun);
    }

    Begun<GoalSums> elsewhere = read(bytes);

    assertThat(elsewhere.isHere()).isFalse();
    assertThat(elsewhere.take(0)).isNull();
  }

  private static Begun.Sum<GoalSums> sum(int tasks) {
    return new Begun.Sum<>(new StoredFile<>("file", new GoalSums(true), Book.empty()), tasks);
  }

  private static Begun<GoalSums> sent(Begun<GoalSums> begun) throws Exception {
    return read(bytes(begun));
  }

  private static byte[] bytes(Begun<GoalSums> begun) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(begun);
    }
    return bytes.toByteArray();
  }

  @SuppressWarnings("unchecked") // it is what was written
  private static Begun<GoalSums> read(byte[] bytes) throws Exception {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (Begun<GoalSums>) in.readObject();
    }
  }
}
