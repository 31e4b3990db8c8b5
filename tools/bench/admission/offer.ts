import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { newTally, sendCounted, type Tally } from './tally';

/** Of the generator: connections, and requests it has on the way at most. */
const connections = 600;

export interface Offered {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Requests at a fixed rate, whether or not those before were answered, up to what the generator can hold. */
export async function offer(
  origin: string,
  request: (index: number) => Offered,
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
): Promise<Tally> {
  const pool = new Pool(origin, { connections });
  const tally = newTally();
  const begun = Date.now();
  const onTheWay = new Set<Promise<void>>();
  let sent = 0;
  while (Date.now() - begun < seconds * 1_000) {
    const due = ((Date.now() - begun) / 1_000) * rate;
    for (; sent < due; sent++) {
      if (onTheWay.size >= connections) break;
      const { body, headers } = request(sent);
      const sending: Promise<void> = sendCounted(pool, body, headers, tally).finally(() => onTheWay.delete(sending));
      onTheWay.add(sending);
    }
    await pause(5);
  }
  await Promise.all(onTheWay);
  await pool.close();
  return tally;
}
