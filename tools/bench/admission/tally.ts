import type { Dispatcher } from 'undici';

/** How requests ended, counted. */
export interface Tally {
  /** 200, with data and without errors. */
  answered: number;
  /** 200 with errors beside the data: a part of the graph was late or away. */
  partial: number;
  /** 429 and 503 with Retry-After, by code. */
  readonly refused: Map<string, number>;
  /** Anything else, by what it was: there must be none. */
  readonly wrong: Map<string, number>;
  /** Milliseconds of those answered. */
  readonly latencies: number[];
}

export const newTally = (): Tally => ({ answered: 0, partial: 0, refused: new Map(), wrong: new Map(), latencies: [] });

interface GraphAnswer {
  readonly data?: object | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/** Sends one operation and counts how it ended. */
export async function sendCounted(
  dispatcher: Dispatcher,
  body: string,
  headers: Readonly<Record<string, string>>,
  tally: Tally,
): Promise<void> {
  const begun = performance.now();
  try {
    const response = await dispatcher.request({ method: 'POST', path: '/graphql', headers, body });
    const answer = (await response.body.json()) as GraphAnswer;
    const code = answer.errors?.[0]?.extensions?.code ?? 'NONE';
    if (response.statusCode === 200 && !answer.errors) {
      tally.answered += 1;
      tally.latencies.push(performance.now() - begun);
    } else if (response.statusCode === 200) tally.partial += 1;
    else if (
      (response.statusCode === 429 || response.statusCode === 503) &&
      Number(response.headers['retry-after']) > 0
    )
      count(tally.refused, `${response.statusCode} ${code}`);
    else count(tally.wrong, `${response.statusCode} ${code}`);
  } catch (error) {
    count(
      tally.wrong,
      error instanceof Error ? `${error.name} ${(error as { code?: string }).code ?? error.message}` : String(error),
    );
  }
}

const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** All that were sent. */
export const totalOf = ({ answered, partial, refused, wrong }: Tally): number =>
  [...refused.values(), ...wrong.values()].reduce((sum, value) => sum + value, answered + partial);

/** Below this many milliseconds were so many of a hundred. */
export function percentile(latencies: readonly number[], share: number): number {
  const sorted = [...latencies].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? 0;
}
