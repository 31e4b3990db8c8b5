import type { LiveEvent, Wallet } from '@bindery/wallet-client';

/** Somebody's live changes, and all that was told so far. */
export interface Watch {
  readonly told: LiveEvent[];
  /** The ids of all that changed, each as often as it was told. */
  changed(kind: string): string[];
  /** Resolves when nothing more comes. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export function watch(wallet: Wallet): Watch {
  const stop = new AbortController();
  const told: LiveEvent[] = [];
  const ended = (async () => {
    for await (const event of wallet.watch(stop.signal)) told.push(event);
  })();
  return {
    told,
    changed: (kind) =>
      told.flatMap((event) =>
        event.type === 'CHANGED' ? event.changes.filter((change) => change.kind === kind).map(({ id }) => id) : [],
      ),
    ended,
    async stop() {
      stop.abort();
      await ended;
    },
  };
}
