import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGraphClient, createSimulatedWorld, createWallet, type Person } from '@bindery/wallet-client';
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
export async function ensureDemoAccounts(data: string, ports: Ports): Promise<readonly DemoAccount[]> {
  const file = join(data, 'demo-accounts.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[];
  const world = createSimulatedWorld(urlOf(ports['provider-simulator']));
  const register = async (person: Person): Promise<DemoAccount> => {
    const graph = createGraphClient({ endpoint: `${urlOf(ports.gateway)}/graphql`, locale: person.locale });
    const wallet = createWallet(graph, world, person);
    const outcome = await wallet.register().catch((error: Error) => error);
    // A start that was cut off here may have registered one of them already.
    if (outcome instanceof Error && !/taken/i.test(outcome.message)) throw outcome;
    return { name: person.displayName, phone: person.phone, password: person.password };
  };
  const accounts = await Promise.all(people.map(register));
  writeFileSync(file, JSON.stringify(accounts, null, 2));
  return accounts;
}
