package org.hgbench.hgcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.PageList;
import org.hgbench.hgcm.wire.ParameterType;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.hgcm.wire.folder.CreateParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is not copied is not counted: skipped pages, missing pages, and what a service does not
/// return.
class CountedCopiesTest {
  private static final int PAGE = PageList.PAGE;

  @ParameterizedTest
  @CsvSource({
    "three whole pages, 3, -1, 24576",
    "the second page is skipped, 3, 1, 16384",
    "one page too few, 2, -1, 16384",
    "one page too few and the first is skipped, 2, 0, 8192"
  })
  void pagesThatAreNotThere(String what, int pages, int skipped, int counted) {
    try (RawGuest guest = new RawGuest(TestMachine.with())) {
      int echo = guest.connect("HgbenchEcho");
      var parameters = guest.call(echo, 3, 1);
      parameters.writePages(0, ParameterType.PAGE_LIST, 3 * PAGE, RawGuest.LIST);
      PageList list = guest.list(Direction.BOTH, 0, pages);
      if (skipped >= 0) {
        list.page(skipped, PageList.NO_PAGE);
      }
      long before = guest.machine().counters().bytesCopied();
      assertThat(guest.run()).isEqualTo(Status.SUCCESS);
      assertThat(guest.machine().counters().bytesCopied() - before).as(what).isEqualTo(counted);
    }
  }

  @Test
  void whatTheServiceDoesNotReturn(@TempDir Path shared) throws Exception {
    Files.writeString(shared.resolve("file"), "thirteen byte");
    String key = "Devices/vmm/0/Config/Services/VBoxSharedFolders/Folders/share/Path = ";
    try (TestMachine machine = TestMachine.with(key + shared)) {
      FolderClient folder = new FolderClient(machine.probedGuest());
      folder.map("share");
      int open = CreateParameters.FAIL_IF_NEW | CreateParameters.READ;
      long handle = folder.create("file", open).handle();
      long before = machine.counters().bytesCopied();
      assertThat(folder.read(handle, 0, PAGE, PAGE)).isEqualTo(13);
      assertThat(machine.counters().bytesCopied() - before).isEqualTo(13);
    }
  }
}
