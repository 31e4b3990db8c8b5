import { setTimeout as pause } from 'node:timers/promises';
import { createSimulatedWorld } from '@bindery/simulated-world';
import { createGraphClient, createWallet, expectMember, type CardInput, type Wallet } from '@bindery/wallet-client';
import { portsFrom, urlOf } from '../start/topology';

/** Something that a holder was told is done: an account, or a step of a binding by its trigger. */
export interface Promised {
  readonly id: string;
  readonly trigger?: string;
}

export interface Load {
  /** Steps that were answered, and lives that ended early, as they may while parts are away. */
  readonly counts: { readonly done: number; readonly failed: number };
  readonly promised: readonly Promised[];
  /** Numbers of all who lived in this run. */
  readonly phones: ReadonlySet<string>;
  /** What ended lives early, and how often. */
  readonly causes: ReadonlyMap<string, number>;
  /** Lets the lives that are being lived come to their end. */
  stop(): Promise<void>;
}

/** Holders who register, bind, unbind and restore cards, one after the other, however often something is away. */
export function startLoad(port: number, holders: number): Load {
  let stopped = false;
  const counts = { done: 0, failed: 0 };
  const promised: Promised[] = [];
  const phones = new Set<string>();
  const causes = new Map<string, number>();
  const keep = (done: Promised) => {
    promised.push(done);
    counts.done += 1;
  };
  const running = Array.from({ length: holders }, async (_, holder) => {
    for (let round = 0; !stopped; round++) {
      try {
        const person = createPerson(port, holder, round);
        phones.add(person.phone);
        await liveOnce(person.wallet, (holder + round) % 2 === 0 ? 'bank' : 'door', keep);
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

/** A bank card comes off and back again; a door card comes off for good. */
async function liveOnce(wallet: Wallet, kind: 'bank' | 'door', keep: (done: Promised) => void): Promise<void> {
  keep({ id: await wallet.register() });
  const { deviceId } = await wallet.logIn('Chaos phone');
  const card: CardInput =
    kind === 'bank'
      ? { bank: { number: '4242424242424242' } }
      : { access: { site: 'riverside', memberNumber: `RG-${1001 + (Date.now() % 999)}` } };
  const { cardId, bindingId } = await wallet.bind(kind === 'bank' ? 'seaside-bank' : 'cloudgate', deviceId, card);
  keep({ id: bindingId, trigger: 'RequirementsMet' });
  await wallet.waitForStatus(cardId, 'ACTIVE');
  const plan = await wallet.preflight(bindingId);
  const proof = await wallet.prove({ action: 'UNBIND', subjectId: bindingId, planDigest: plan.digest });
  expectMember(await wallet.requestUnbind(bindingId, plan, proof, 'NO_LONGER_USED'), 'RequestUnbindSuccess');
  keep({ id: bindingId, trigger: 'RequestUnbind' });
  if (kind === 'door') return;
  await wallet.waitForStatus(cardId, 'UNBOUND');
  const again = await wallet.prove({ action: 'RESTORE', subjectId: bindingId });
  expectMember(await wallet.requestRestore(bindingId, again), 'RequestRestoreSuccess');
  keep({ id: bindingId, trigger: 'RequestRestore' });
}
