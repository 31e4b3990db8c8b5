import type { Log } from '@bindery/service';
import type { Client } from 'pg';
import { keepConnected } from '../connection/keep-connected';
import { prepareReadingSession } from '../connection/reading-session';
import { createWake } from '../connection/wake';
import { notifyListener } from '../transport/notify-listener';
import type { IncomingMessage, Tail, TailOptions } from '../transport/transport';
import { fetchMessages, type Place } from './fetch-messages';
import { placesAt } from './places-at';

/** Of each partition; more than that are fetched at once. */
const perFetchMax = 200;

/** Should a notification be lost. */
const lookEveryMs = 1_000;

export function tailPostgres(url: string, service: string, options: TailOptions, log: Log): Tail {
  // Kept here and nowhere else: a new connection goes on where the last one was.
  let places: readonly Place[] | undefined;
  let toldAsOf = 0;

  async function readOn(client: Client, ended: AbortSignal): Promise<void> {
    const wake = createWake();
    ended.addEventListener('abort', wake.signal);
    client.on('notification', wake.signal);
    await client.query('listen event_log');
    places ??= await placesAt(client, options.topics, options.from);
    await prepareReadingSession(client);
    while (!ended.aborted) if (!(await readMore(client, ended))) await wake.wait(lookEveryMs);
  }

  async function readMore(client: Client, ended: AbortSignal): Promise<boolean> {
    const asked = Date.now();
    const messages = await fetchMessages(client, places ?? [], perFetchMax);
    for (const message of messages) {
      if (ended.aborted) return false;
      await notifyListener(options, message, log);
      places = places?.map((place) =>
        place.topic === message.topic && place.partition === message.partition
          ? { ...place, position: BigInt(message.offset) + 1n }
          : place,
      );
    }
    if (!hasMore(messages)) toldAsOf = asked;
    return messages.length > 0;
  }

  const { stop } = keepConnected({ url, name: `${service} tail`, log }, readOn);
  return {
    get toldAsOf() {
      return toldAsOf;
    },
    stop,
  };
}

/** Whether a partition may have had more than was fetched. */
function hasMore(messages: readonly IncomingMessage[]): boolean {
  const counts = new Map<string, number>();
  for (const { topic, partition } of messages) {
    const place = `${topic}/${partition}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts.values()].some((count) => count >= perFetchMax);
}
