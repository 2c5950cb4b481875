package io.gradus.data;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Downloads over HTTP with the JDK's client.
public final class HttpDownloader implements Library.Downloader {
  private static final int CONNECT_SECONDS = 10;
  private static final int WHOLE_SECONDS = 120;

  @Override
  public byte[] fetch(URI address, long largest) throws IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(CONNECT_SECONDS))
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            HttpRequest.newBuilder(address).build(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), largest));
    try {
      HttpResponse<byte[]> response = answer.get(WHOLE_SECONDS, TimeUnit.SECONDS);
      if (response.statusCode() != 200) {
        throw new IOException("the server answered " + response.statusCode());
      }
      return response.body();
    } catch (ExecutionException e) {
      throw new IOException(reason(e, largest), e);
    } catch (TimeoutException e) {
      throw new IOException("it took more than %d seconds".formatted(WHOLE_SECONDS), e);
    } finally {
      client.shutdownNow();
    }
  }

  private static String reason(ExecutionException failure, long largest) {
    return switch (failure.getCause()) {
      case UnknownHostException _ -> "its host is unknown";
      case ConnectException _ -> "there is no way to its host";
      case IOException e when String.valueOf(e.getMessage()).contains("capacity") ->
          "it is larger than %d bytes".formatted(largest);
      case null, default -> String.valueOf(failure.getMessage());
    };
  }
}
