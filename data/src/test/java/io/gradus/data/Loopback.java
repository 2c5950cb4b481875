package io.gradus.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The smallest web server, on this machine alone: given answers by path, else 404.
///
/// By hand because the JDK's `jdk.httpserver` is a module that this one does not read.
final class Loopback implements AutoCloseable {
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final ServerSocket socket;

  /// A status line such as `200 OK`, a header line or nothing, and the body.
  record Answer(String status, String header, byte[] body) {}

  Loopback() throws IOException {
    this.socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  void answer(String path, String status, String header, byte[] body) {
    answers.put(path, new Answer(status, header.isEmpty() ? "" : header + "\r\n", body));
  }

  URI at(String path) {
    return URI.create(
        "http://%s:%d%s"
            .formatted(socket.getInetAddress().getHostAddress(), socket.getLocalPort(), path));
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        respond(caller);
      } catch (IOException _) {
        // the caller hung up, or the server was closed
      }
    }
  }

  private void respond(Socket caller) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
    String request = in.readLine(); // GET /path HTTP/1.1
    String line = request;
    while (line != null && !line.isEmpty()) {
      line = in.readLine();
    }
    String path = String.valueOf(request).split(" ", -1)[1];
    Answer answer = answers.getOrDefault(path, new Answer("404 Not Found", "", new byte[0]));
    String head =
        "HTTP/1.1 %s\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(answer.status(), answer.header(), answer.body().length);
    OutputStream out = caller.getOutputStream();
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(answer.body());
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
