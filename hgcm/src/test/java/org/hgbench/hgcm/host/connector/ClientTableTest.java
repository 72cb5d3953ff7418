package org.hgbench.hgcm.host.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.hgcm.wire.Requestor;
import org.junit.jupiter.api.Test;

class ClientTableTest {
  /// What a client that never leaves has, nobody else gets.
  @Test
  void idsBeginAnewAndPassOverThoseInUse() {
    ClientTable table = new ClientTable(Integer.MAX_VALUE - 1);
    table.add(client(1));
    table.add(client(2));
    assertThat(table.nextId()).isEqualTo(Integer.MAX_VALUE);
    assertThat(table.nextId()).isEqualTo(3);
    table.remove(1);
    assertThat(table.nextId()).isEqualTo(4);
  }

  @Test
  void clientsThatShareABucketAreToldApart() {
    ClientTable table = new ClientTable();
    Client first = client(7);
    Client second = client(7 + 256);
    Client third = client(7 + 512);
    table.add(first);
    table.add(second);
    table.add(third);
    assertThat(table.remove(7 + 256)).isSameAs(second);
    assertThat(table.remove(7 + 256)).isNull();
    assertThat(table.all()).containsExactlyInAnyOrder(first, third);
    assertThat(table.remove(7)).isSameAs(first);
    assertThat(table.remove(7 + 512)).isSameAs(third);
    assertThat(table.clientCount()).isZero();
  }

  private static Client client(int id) {
    return new Client(id, Requestor.OTHER_DRIVER, null);
  }
}
