import { createGraphClient, createSimulatedWorld, createWallet } from '@bindery/wallet-client';
import { portsFrom, urlOf } from '../start/topology';

export interface Load {
  /** Steps that were answered, and those that failed as they may while parts are away. */
  stop(): Promise<{ readonly done: number; readonly failed: number }>;
}

/** Holders who register, bind and unbind cards, one after the other, however often something is away. */
export function startLoad(port: number, holders: number): Load {
  let stopped = false;
  const counts = { done: 0, failed: 0 };
  const running = Array.from({ length: holders }, async (_, holder) => {
    for (let round = 0; !stopped; round++) {
      try {
        await liveOnce(port, holder, round, () => (counts.done += 1));
      } catch {
        counts.failed += 1;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
  });
  return {
    async stop() {
      stopped = true;
      await Promise.all(running);
      return counts;
    },
  };
}

async function liveOnce(port: number, holder: number, round: number, onDone: () => void): Promise<void> {
  const ports = portsFrom(port);
  const digits = String((Date.now() * 7 + holder * 13 + round) % 1e8).padStart(8, '0');
  const graph = createGraphClient({ endpoint: `${urlOf(ports.gateway)}/graphql`, locale: 'en' });
  const person = { phone: `+86137${digits}`, password: 'brass-window-29-meadow', displayName: 'Chaos holder', locale: 'en' } as const;
  const wallet = createWallet(graph, createSimulatedWorld(urlOf(ports['provider-simulator'])), person);
  await wallet.register();
  onDone();
  const { deviceId } = await wallet.logIn('Chaos phone');
  onDone();
  const { cardId, bindingId } = await wallet.bind('cloudgate', deviceId, { access: { site: 'riverside', memberNumber: `RG-${1001 + (Number(digits) % 999)}` } });
  onDone();
  await wallet.waitForStatus(cardId, 'ACTIVE');
  const plan = await wallet.preflight(bindingId);
  const proof = await wallet.prove({ action: 'UNBIND', subjectId: bindingId, planDigest: plan.digest });
  await wallet.requestUnbind(bindingId, plan, proof, 'NO_LONGER_USED');
  onDone();
}
