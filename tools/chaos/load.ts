import { setTimeout as pause } from 'node:timers/promises';
import { createSimulatedWorld } from '@bindery/simulated-world';
import { createGraphClient, createWallet, type Wallet } from '@bindery/wallet-client';
import { portsFrom, urlOf } from '../start/topology';
import { lives, type Keep, type Promised } from './lives';

export interface Load {
  /** Steps that were answered, and lives that ended early, as they may while parts are away. */
  readonly counts: { readonly done: number; readonly failed: number };
  readonly promised: readonly Promised[];
  /** Numbers of all who lived in this run. */
  readonly phones: ReadonlySet<string>;
  /** What ended lives early, and how often. */
  readonly causes: ReadonlyMap<string, number>;
  /** Lives that were lived to their end, by what happens in them. */
  readonly lived: ReadonlyMap<string, number>;
  /** Lets the lives that are being lived come to their end. */
  stop(): Promise<void>;
}

/** Holders who register, bind cards, and go through what becomes of them, one life after the other, however often something is away. */
export function startLoad(port: number, holders: number): Load {
  let stopped = false;
  const counts = { done: 0, failed: 0 };
  const promised: Promised[] = [];
  const phones = new Set<string>();
  const causes = new Map<string, number>();
  const lived = new Map<string, number>();
  const keep: Keep = (done) => {
    promised.push(done);
    counts.done += 1;
  };
  const running = Array.from({ length: holders }, async (_, holder) => {
    for (let round = 0; !stopped; round++) {
      try {
        const person = createPerson(port, holder, round);
        phones.add(person.phone);
        const live = lives[(holder + round) % lives.length] ?? lives[0];
        await live(person.wallet, keep);
        lived.set(live.name, (lived.get(live.name) ?? 0) + 1);
      } catch (error) {
        counts.failed += 1;
        const cause = (error instanceof Error ? error.message : String(error))
          .replaceAll(/\w+_[0-9a-z]{26}|\+?\d{6,}/g, '…')
          .slice(0, 100);
        causes.set(cause, (causes.get(cause) ?? 0) + 1);
        await pause(300);
      }
    }
  });
  return {
    counts,
    promised,
    phones,
    causes,
    lived,
    async stop() {
      stopped = true;
      await Promise.all(running);
    },
  };
}

/** Somebody with a phone that nobody of an earlier run has. */
function createPerson(
  port: number,
  holder: number,
  round: number,
): { readonly phone: string; readonly wallet: Wallet } {
  const ports = portsFrom(port);
  const digits = String((Date.now() * 7 + holder * 13 + round) % 1e7).padStart(7, '0');
  const graph = createGraphClient({ endpoint: `${urlOf(ports.gateway)}/graphql`, locale: 'en' });
  const person = {
    phone: `+86137${digits}${1 + (holder % 9)}`,
    password: 'brass-window-29-meadow',
    displayName: 'Chaos holder',
    locale: 'en',
  } as const;
  const wallet = createWallet(graph, createSimulatedWorld(urlOf(ports['provider-simulator'])), person);
  return { phone: person.phone, wallet };
}
