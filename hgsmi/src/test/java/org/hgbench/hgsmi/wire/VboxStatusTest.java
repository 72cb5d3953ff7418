package org.hgbench.hgsmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The numbers are those of VirtualBox's `iprt/err.h`, which every guest has compiled in.
class VboxStatusTest {
  @ParameterizedTest
  @CsvSource({
    "0, SUCCESS",
    "-2, INVALID_PARAMETER",
    "-6, INVALID_POINTER",
    "-8, NO_MEMORY",
    "-12, NOT_IMPLEMENTED",
    "-22, WRONG_ORDER",
    "-36, INVALID_FUNCTION",
    "-37, NOT_SUPPORTED",
    "-38, ACCESS_DENIED",
    "-42, TOO_MUCH_DATA",
    "-79, INVALID_STATE",
    "-105, ALREADY_EXISTS",
    "-1, -1",
    "-2147483648, -2147483648",
    "2, 2"
  })
  void aMessageNamesAStatusItKnowsAndNumbersAnyOther(int status, String name) {
    assertThat(VboxStatus.name(status)).isEqualTo(name);
    assertThat(VboxStatus.isFailure(status)).isEqualTo(status < 0);
  }
}
