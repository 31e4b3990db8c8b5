import { readEventStream } from '@bindery/wallet-client';

/** Somebody who listens at `/events`, and all that came. */
export interface Listening {
  readonly status: number;
  /** `change`, `reset` and `end` as they came; signs of life are left out. */
  readonly heard: { readonly event: string; readonly data: unknown; readonly id: string | undefined }[];
  /** The id of the last event, signs of life included. */
  lastEventId(): string | undefined;
  retryMs(): number | undefined;
  /** Resolves when the gateway closed the stream or it broke. */
  readonly ended: Promise<void>;
  /** Closes it from this side. */
  hangUp(): Promise<void>;
  text(): Promise<string>;
}

export async function listen(gatewayUrl: string, accessToken: string, lastEventId?: string): Promise<Listening> {
  const hangUp = new AbortController();
  const heard: Listening['heard'] = [];
  let last = lastEventId;
  let retryMs: number | undefined;
  const answer = await readEventStream({
    url: `${gatewayUrl}/events`,
    accessToken,
    lastEventId,
    signal: hangUp.signal,
    onRetry: (ms) => (retryMs = ms),
  });
  const ended = (async () => {
    for await (const { event = 'message', id, data } of answer.events) {
      last = id ?? last;
      if (event !== 'alive') heard.push({ event, data: JSON.parse(data) as unknown, id });
    }
  })().catch(() => undefined);
  return {
    status: answer.status,
    heard,
    lastEventId: () => last,
    retryMs: () => retryMs,
    ended,
    async hangUp() {
      hangUp.abort();
      await ended;
    },
    text: () => answer.text(),
  };
}
