package org.quipu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/** What the value of {@code --set KEY=VALUE} is read as. */
class SetOptionTest {

  @Example
  void aPathNeedsNoQuoting() {
    for (String path :
        List.of(
            "/data/año 2007/*.csv",
            "C:\\datos\\x.csv",
            "a=b.csv",
            "data/{2007,2008}/x.csv",
            "x#1.csv",
            "//server/x.csv",
            "${HOME}/x.csv",
            "s3a://bucket/k?v=1",
            "007",
            "a, b",
            "it's \"quoted\".csv",
            "[draft] x.csv")) {
      assertThat(SetOption.parse("path=" + path).getString("path")).isEqualTo(path);
    }
  }

  @Example
  void numbersTruthNullListsAndBlocksKeepTheirType() {
    assertThat(SetOption.parse("a=1.5").getValue("a").unwrapped()).isEqualTo(1.5);
    assertThat(SetOption.parse("a=true").getValue("a").unwrapped()).isEqualTo(true);
    assertThat(SetOption.parse("a=null").getIsNull("a")).isTrue();
    assertThat(SetOption.parse("a=[x, y]").getStringList("a")).containsExactly("x", "y");
    assertThat(SetOption.parse("a={b: 1}").getInt("a.b")).isEqualTo(1);
    assertThat(SetOption.parse("a=\"null\"").getString("a")).isEqualTo("null");
    assertThat(SetOption.parse("a=").getString("a")).isEmpty();
  }

  @Example
  void aListOfGlobsNeedsNoQuoting() {
    assertThat(SetOption.parse("a=[x/*.csv, y/*.csv]").getStringList("a"))
        .containsExactly("x/*.csv", "y/*.csv");
  }

  @Example
  void aQuotedPartOfAKeyMayHoldDots() {
    assertThat(SetOption.parse("spark.conf.\"a.b\"=1").getConfig("spark.conf").root())
        .containsOnlyKeys("a.b");
  }

  /** Whatever is typed is read, and where it is a text it is the text that was typed. */
  @Property
  void anyTextIsRead(@ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 20) String text) {
    Object value = SetOption.parse("path=" + text).root().get("path").unwrapped();
    boolean typed = text.strip().startsWith("\"") || text.strip().startsWith("[");
    if (value instanceof String read && !typed) {
      assertThat(read).isEqualTo(text);
    }
  }
}
