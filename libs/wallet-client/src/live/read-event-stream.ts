import { EventSourceParserStream, type EventSourceMessage } from 'eventsource-parser/stream';

export interface EventStreamRequest {
  /** e.g. http://localhost:4000/events */
  readonly url: string;
  readonly accessToken: string;
  /** Name and version of the client app, told to the gateway with each request. */
  readonly clientApp?: { readonly name: string; readonly version: string } | undefined;
  /** The id of the last event that came: the stream goes on after it. */
  readonly lastEventId?: string | undefined;
  readonly signal: AbortSignal;
  /** Told how long to wait before coming back, milliseconds. */
  readonly onRetry?: (milliseconds: number) => void;
}

export interface EventStreamAnswer {
  readonly status: number;
  /** Seconds after which to come back, of a refusal. */
  readonly retryAfter: number | undefined;
  /** Ends with the connection, or throws when it breaks; empty for a refusal. */
  readonly events: AsyncIterable<EventSourceMessage>;
  /** The body of a refusal. */
  text(): Promise<string>;
}

/** Opens an event stream with fetch: the browser's own EventSource cannot send the access token in a header. Works in browsers and in Node. */
export async function readEventStream({
  url,
  accessToken,
  clientApp,
  lastEventId,
  signal,
  onRetry,
}: EventStreamRequest): Promise<EventStreamAnswer> {
  const headers = {
    accept: 'text/event-stream',
    authorization: `Bearer ${accessToken}`,
    ...(clientApp && {
      'apollographql-client-name': clientApp.name,
      'apollographql-client-version': clientApp.version,
    }),
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  };
  const response = await fetch(url, { headers, signal, cache: 'no-store' });
  const retryAfter = response.headers.get('retry-after');
  return {
    status: response.status,
    retryAfter: retryAfter ? Number(retryAfter) : undefined,
    events: eventsOf(response, onRetry),
    text: () => response.text(),
  };
}

async function* eventsOf(
  { ok, body }: Response,
  onRetry: ((milliseconds: number) => void) | undefined,
): AsyncGenerator<EventSourceMessage> {
  if (!ok || !body) return;
  const text = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array<ArrayBuffer>, string>);
  yield* chunksOf(text.pipeThrough(new EventSourceParserStream(onRetry ? { onRetry } : {})));
}

/** Not every browser can iterate a stream by itself. */
async function* chunksOf<Chunk>(stream: ReadableStream<Chunk>): AsyncGenerator<Chunk> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
