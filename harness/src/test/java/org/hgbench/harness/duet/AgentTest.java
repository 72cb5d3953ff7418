package org.hgbench.harness.duet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hgbench.harness.link.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an agent answers, message by message, and that nothing leaves it alive by mistake.
@Isolated("its guests spin")
class AgentTest {
  private static final String OPEN =
      "open workload=call transport=hgsmi variant=default payloadBytes=16 waitStrategy=irq"
          + " placement=unpinned guestThreads=1 boundary=Boundary/Name=simulated\n";
  private static final String TURN = "turn discardMicros=200 micros=500\n";

  private int exit;

  @Test
  void workedOnlyInItsTurnsAndSaysWhatTheyGave() throws Exception {
    List<Message> said = talk(LinkWork::open, OPEN + TURN + TURN + "close\n");

    assertThat(said)
        .extracting(Message::kind)
        .containsExactly("hello", "opened", "done", "done", "closed");
    assertThat(said.get(0).text("protocol")).isEqualTo("hgbench.duet/1");
    assertThat(said.get(2).number("operations", 1, Long.MAX_VALUE)).isPositive();
    assertThat(said.get(2).number("nanos", 1, Long.MAX_VALUE)).isPositive();
    assertThat(said.get(2).time("nanosPerOperation")).isPositive();
    assertThat(said.get(4).text("verified")).isEqualTo("true");
    assertThat(exit).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "notify, hgsmi, 16",
    "call, hgcm, 16",
    "write, hgsmi, 65536",
    "read, hgcm, 65536",
    "event, hgcm, 16",
    "call, none, 16"
  })
  void drivesEveryGatingWorkload(String workload, String transport, String bytes) throws Exception {
    String open =
        OPEN.replace("call", workload).replace("hgsmi", transport).replace("=16", "=" + bytes);

    List<Message> said = talk(LinkWork::open, open + TURN + "close\n");

    assertThat(said).extracting(Message::kind).endsWith("opened", "done", "closed");
    assertThat(said.getLast().text("verified")).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "workload=call      | workload=dance     | no workload 'dance'",
        "transport=hgsmi    | transport=vsock    | no transport 'vsock'",
        "variant=default    | variant=fast       | no variant 'fast'",
        "placement=unpinned | placement=sideways | no placement 'sideways'",
        "guestThreads=1     | guestThreads=9     | guestThreads=9 is not possible",
        "Name=simulated     | Name=xen           | xen",
      })
  void refusesWhatItCannotDoAndLivesOn(String part, String wrong, String sentence)
      throws Exception {
    List<Message> said = talk(LinkWork::open, OPEN.replace(part, wrong) + OPEN + TURN);

    assertThat(said)
        .extracting(Message::kind)
        .containsExactly("hello", "refused", "opened", "done");
    assertThat(said.get(1).text("text")).contains(sentence);
    assertThat(exit).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hurry                          | state  | no message 'hurry'",
        "turn discardMicros=0 micros=1  | state  | 'turn' came before 'open'",
        "open transport=hgsmi           | value  | 'open' lacks 'guestThreads'",
        "TURN                           | syntax | no message begins like 'TURN'",
        "GET / HTTP/1.1                 | syntax | no message begins like 'GET / HTTP/1.1'",
      })
  void endsWithAnErrorThatSaysWhatWasWrong(String line, String code, String sentence)
      throws Exception {
    List<Message> said = talk(LinkWork::open, line + "\n" + OPEN);

    assertThat(said).extracting(Message::kind).containsExactly("hello", "error");
    assertThat(said.getLast().text("code")).isEqualTo(code);
    assertThat(said.getLast().text("text")).contains(sentence);
    assertThat(exit).isEqualTo(70);
  }

  @ParameterizedTest
  @CsvSource({
    "'turn discardMicros=0 micros=0'",
    "'turn discardMicros=0 micros=10000001'",
    "'turn discardMicros=-1 micros=1'",
    "'turn micros=1'",
    "'open workload=call'"
  })
  void refusesAnImpossibleTurnOnceItIsOpen(String line) throws Exception {
    List<Message> said = talk(open -> new Recorded(), OPEN + line + "\n");

    assertThat(said).extracting(Message::kind).containsExactly("hello", "opened", "error");
    assertThat(exit).isEqualTo(70);
  }

  @Test
  void readsNoLineFurtherThanAMessageMayBeLong() throws Exception {
    List<Message> said = talk(LinkWork::open, "a".repeat(1 << 20));

    assertThat(said.getLast().text("text")).isEqualTo("a line is longer than 8192 octets");
  }

  @Test
  void reportsItsOwnFailure() throws Exception {
    Work broken =
        new Recorded() {
          @Override
          public void run(long operations) {
            throw new IllegalStateException("the guest fell over");
          }
        };

    List<Message> said = talk(open -> broken, OPEN + TURN);

    assertThat(said.getLast().kind()).isEqualTo("error");
    assertThat(said.getLast().text("code")).isEqualTo("failed");
    assertThat(said.getLast().text("text")).contains("the guest fell over");
  }

  @Test
  void tellsWhenBytesDoNotAgree() throws Exception {
    Work lossy =
        new Recorded() {
          @Override
          public Verification verify() {
            return new Verification(false, "sent=2 received=1");
          }
        };

    List<Message> said = talk(open -> lossy, OPEN + TURN + "close\n");

    assertThat(said.getLast().line()).isEqualTo("closed verified=false detail=sent=2%20received=1");
  }

  @Test
  void closesItsWorkHoweverItEnds() throws Exception {
    for (String end : List.of("", "close\n", "nonsense\n", "turn\n")) {
      Recorded work = new Recorded();

      talk(open -> work, OPEN + end);

      assertThat(work.closed).as("after '%s'", end.strip()).isTrue();
    }
  }

  @Test
  void saysThatALoadedMachineMayBeWhyAThreadStillWorks() {
    assertThat(Agent.load(6.7, 2))
        .isEqualTo(": the machine is loaded (7 tasks on 2 processors), so stop what else runs");
    assertThat(Agent.load(1.5, 2)).isEmpty();
    assertThat(Agent.load(-1, 2)).as("nobody knows").isEmpty();
  }

  private List<Message> talk(Work.Opener opener, String input) throws Exception {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    exit =
        new Agent(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.US_ASCII)),
                new PrintStream(output, true, StandardCharsets.US_ASCII),
                opener,
                Slowdown.NONE)
            .serve();
    List<Message> said = new ArrayList<>();
    for (String line : output.toString(StandardCharsets.US_ASCII).lines().toList()) {
      said.add(Message.parse(line));
    }
    return said;
  }

  /// Does nothing, and knows whether it was closed.
  private static class Recorded implements Work {
    private boolean closed;

    @Override
    public void run(long operations) {
      Thread.onSpinWait();
    }

    @Override
    public Verification verify() {
      return Verification.OK;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
