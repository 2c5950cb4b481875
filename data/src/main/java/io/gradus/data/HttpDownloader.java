package io.gradus.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Downloads over HTTP with the JDK's client.
public final class HttpDownloader implements Library.Downloader {
  @Override
  public byte[] fetch(URI address, long largest) throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build()) {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(2)).build();
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200) {
          throw new IOException("the server answered " + response.statusCode());
        }
        byte[] bytes = body.readNBytes((int) Math.min(largest + 1, Integer.MAX_VALUE - 8));
        if (bytes.length > largest) {
          throw new IOException("it is larger than %,d bytes".formatted(largest));
        }
        return bytes;
      }
    }
  }
}
