package org.hgbench.hgcm.service.message;

/// A message for the guest: an id, two words, and perhaps some bytes. Used again and again.
public final class Message {
  private static final byte[] NOTHING = {};

  private int id;
  private long first;
  private long second;
  private byte[] body = NOTHING;

  /// Which client it is for, or 0 for the one that connected first.
  private int clientId;

  /// Creates a message that says nothing.
  public Message() {}

  /// Says something without a body, to the client that connected first. Returns this message.
  public Message say(int newId, long newFirst, long newSecond) {
    return say(0, newId, newFirst, newSecond, NOTHING);
  }

  /// Says something to a client. Returns this message.
  public Message say(int newClientId, int newId, long newFirst, long newSecond, byte[] newBody) {
    clientId = newClientId;
    id = newId;
    first = newFirst;
    second = newSecond;
    body = newBody;
    return this;
  }

  void copyFrom(Message other) {
    say(other.clientId, other.id, other.first, other.second, other.body);
  }

  int clientId() {
    return clientId;
  }

  int id() {
    return id;
  }

  long first() {
    return first;
  }

  long second() {
    return second;
  }

  byte[] body() {
    return body;
  }

  int parameterCount() {
    return body.length == 0 ? 2 : 3;
  }
}
