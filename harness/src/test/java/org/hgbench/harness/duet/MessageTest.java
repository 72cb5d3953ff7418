package org.hgbench.harness.duet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The grammar of `hgbench.duet/1`.
class MessageTest {
  @Test
  void writesFieldsInOrderAndEncodesWhatIsNotPrintable() {
    assertThat(Message.of("refused", "text", "50 % of größe\n", "code", "a=b").line())
        .isEqualTo("refused text=50%20%25%20of%20gr%C3%B6%C3%9Fe%0A code=a=b");
  }

  @Test
  void readsWhatItWrote() throws ProtocolException {
    Message message =
        Message.of("open", "boundary", "Name=kvm;Size=5", "empty", "", "text", "ä %\t");

    assertThat(Message.parse(message.line())).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "|no message begins like ''",
        "Turn|no message begins like 'Turn'",
        " turn|no message begins like ' turn'",
        "turn2|no message begins like 'turn2'",
        "turn  micros=1|'' is not name=value",
        "turn micros|'micros' is not name=value",
        "turn =1|'=1' is not name=value",
        "turn Micros=1|'Micros=1' is not name=value",
        "turn micros=%2|'micros=%2' is not name=value",
        "turn micros=%zz|'micros=%zz' is not name=value",
        "turn micros=1 micros=2|the field 'micros' comes twice",
      })
  void refusesALineThatIsNoMessage(String line, String sentence) {
    assertThatThrownBy(() -> Message.parse(line == null ? "" : line))
        .isInstanceOfSatisfying(
            ProtocolException.class, e -> assertThat(e.code()).isEqualTo("syntax"))
        .hasMessage(sentence);
  }

  @Test
  void refusesALineThatIsTooLong() {
    assertThatThrownBy(() -> Message.parse("a".repeat(Message.LONGEST + 1)))
        .hasMessage("a line is longer than 8192 octets");
  }

  @ParameterizedTest
  @CsvSource({"0", "11", "-1", "1.5", "x", "99999999999999999999"})
  void refusesANumberThatDoesNotFit(String number) {
    assertThatThrownBy(() -> Message.of("turn", "micros", number).number("micros", 1, 10))
        .hasMessage("micros=%s is not a whole number from 1 to 10", number);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "NaN", "Infinity", "x"})
  void refusesATimeThatIsNone(String time) {
    assertThatThrownBy(
            () -> Message.of("done", "nanosPerOperation", time).time("nanosPerOperation"))
        .hasMessage("nanosPerOperation=%s is not a time above 0", time);
  }
}
