import { parseId, type Id } from '@bindery/kernel';
import type { Tail, Transport } from '../transport/transport';
import { toTime, type ReplayFrom, type ReplayStep } from './plan-replay';

/** Enough for one statement. */
const together = 1_000;

/** Reads what a replay brings again; `take` gets the ids of the events, some at a time. Rejects with what it rejects with. */
export async function readSteps(
  { tail }: Pick<Transport, 'tail'>,
  from: ReplayFrom,
  steps: readonly ReplayStep[],
  take: (eventIds: readonly Id<'event'>[]) => Promise<void>,
): Promise<void> {
  const left = new Map(steps.map((step) => [nameOf(step), step]));
  if (!left.size) return;
  const ids: Id<'event'>[] = [];
  let reading: Tail | undefined;
  await new Promise<void>((resolve, reject) => {
    reading = tail({
      topics: [...new Set(steps.map(({ topic }) => topic))],
      from: toTime(from),
      async onMessage(message) {
        const step = left.get(nameOf(message));
        if (!step) return;
        const offset = BigInt(message.offset);
        const eventId = parseId('event', message.headers.ce_id ?? '');
        if (eventId && offset >= BigInt(step.goesTo) && offset < BigInt(step.offset)) ids.push(eventId);
        if (offset + 1n >= BigInt(step.offset)) left.delete(nameOf(message));
        if (left.size && ids.length < together) return;
        await take(ids.splice(0)).catch(reject);
        if (!left.size) resolve();
      },
    });
  }).finally(() => reading?.stop());
}

const nameOf = ({ topic, partition }: { readonly topic: string; readonly partition: number }) =>
  `${topic}/${partition}`;
