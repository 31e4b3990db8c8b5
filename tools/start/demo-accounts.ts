import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createSimulatedWorld } from '@bindery/simulated-world';
import { createGraphClient, createWallet, type Person, type Wallet } from '@bindery/wallet-client';
import { StartError } from './start-error';
import { urlOf, type Ports } from './topology';

export interface DemoAccount {
  readonly name: string;
  readonly phone: string;
  readonly password: string;
}

const people: readonly Person[] = [
  { displayName: '李伟 Li Wei', phone: '+8613800138001', password: 'tulip-harbour-42-lantern', locale: 'zh-CN' },
  { displayName: 'Ada Chen', phone: '+8613800138002', password: 'copper-meadow-17-violin', locale: 'en' },
];

/** Two people to try the system with, registered through the gateway like anybody else, once for each data folder. */
export async function ensureDemoAccounts(
  data: string,
  ports: Ports,
  ending: AbortSignal,
): Promise<readonly DemoAccount[]> {
  const file = join(data, 'demo-accounts.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[];
  const world = createSimulatedWorld(urlOf(ports['provider-simulator']));
  const register = async (person: Person): Promise<DemoAccount> => {
    const graph = createGraphClient({ endpoint: `${urlOf(ports.gateway)}/graphql`, locale: person.locale });
    await registerPatiently(createWallet(graph, world, person), ending);
    return { name: person.displayName, phone: person.phone, password: person.password };
  };
  const accounts = await Promise.all(people.map(register));
  writeFileSync(file, JSON.stringify(accounts, null, 2));
  return accounts;
}

/** The first requests of a cold system on a slow machine may take longer than the gateway waits. */
const patienceMs = 45_000;

async function registerPatiently(wallet: Wallet, ending: AbortSignal): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    ending.throwIfAborted();
    const outcome = await wallet.register().catch((error: Error) => error);
    // A start that was cut off here, or an answer that came too late, may have registered the person already.
    if (!(outcome instanceof Error) || /taken/i.test(outcome.message)) return;
    if (Date.now() > deadline)
      throw new StartError(
        `The demo accounts could not be registered: ${outcome.message}`,
        'Try again with: npm start; or begin anew with: npm start -- --reset',
      );
    await pause(1_000);
  }
}
