import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withStaffDesk } from '../../apps/identity/src/open-staff-desk';
import { createSimulatedWorld } from '@bindery/simulated-world';
import type { StaffRole } from '@bindery/trust';
import { createGraphClient, createWallet, type Person, type Wallet } from '@bindery/wallet-client';
import { readStaffConfig } from '../staff/staff-config';
import { StartError } from './start-error';
import { urlOf, type Ports } from './topology';

export interface DemoAccount {
  readonly name: string;
  readonly phone: string;
  readonly password: string;
  /** What one of our own people may do; nothing for a holder. */
  readonly role?: StaffRole;
}

type DemoPerson = Person & Pick<DemoAccount, 'role'>;

/** Two holders, and those of our own people whom it takes to help them: nobody decides alone what needs a second agent, operator or reviewer. */
const people: readonly DemoPerson[] = [
  { displayName: '李伟 Li Wei', phone: '+8613800138001', password: 'tulip-harbour-42-lantern', locale: 'zh-CN' },
  { displayName: 'Ada Chen', phone: '+8613800138002', password: 'copper-meadow-17-violin', locale: 'en' },
  {
    displayName: 'Opal Operator',
    phone: '+8613800138003',
    password: 'walnut-comet-58-harbour',
    locale: 'en',
    role: 'OPERATOR',
  },
  {
    displayName: '欧平 Ou Ping',
    phone: '+8613800138007',
    password: 'granite-willow-64-compass',
    locale: 'zh-CN',
    role: 'OPERATOR',
  },
  {
    displayName: '安静 An Jing',
    phone: '+8613800138004',
    password: 'velvet-anchor-23-maple',
    locale: 'zh-CN',
    role: 'AGENT',
  },
  {
    displayName: 'Aaron Agent',
    phone: '+8613800138005',
    password: 'silver-orchard-71-kite',
    locale: 'en',
    role: 'AGENT',
  },
  {
    displayName: 'Rita Reviewer',
    phone: '+8613800138006',
    password: 'amber-lagoon-36-thistle',
    locale: 'en',
    role: 'REVIEWER',
  },
  {
    displayName: '沈核 Shen He',
    phone: '+8613800138008',
    password: 'cobalt-meadow-29-saffron',
    locale: 'zh-CN',
    role: 'REVIEWER',
  },
];

/** People to try the system with, registered through the gateway like anybody else, once for each data folder; a folder of an older version gets who came since. */
export async function ensureDemoAccounts(
  data: string,
  ports: Ports,
  ending: AbortSignal,
): Promise<readonly DemoAccount[]> {
  const file = join(data, 'demo-accounts.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[]) : [];
  const missing = people.filter(({ phone }) => !known.some((account) => account.phone === phone));
  if (missing.length === 0) return known;
  const world = createSimulatedWorld(urlOf(ports['provider-simulator']));
  const register = async (person: DemoPerson): Promise<DemoAccount> => {
    const graph = createGraphClient({ endpoint: `${urlOf(ports.gateway)}/graphql`, locale: person.locale });
    await registerPatiently(createWallet(graph, world, person), ending);
    const { displayName: name, phone, password, role } = person;
    return { name, phone, password, ...(role ? { role } : {}) };
  };
  const accounts = [...known, ...(await Promise.all(missing.map(register)))];
  await grantRoles(data, ports, accounts);
  writeFileSync(file, JSON.stringify(accounts, null, 2));
  return accounts;
}

/** As `npm run staff -- grant` does; a role that is held already stays. */
async function grantRoles(data: string, { gateway }: Ports, accounts: readonly DemoAccount[]): Promise<void> {
  await withStaffDesk(readStaffConfig({ data, port: gateway }), async (desk) => {
    for (const { phone, role } of accounts) {
      const accountId = role && (await desk.findAccount(phone));
      if (accountId) await desk.grant({ accountId, role, by: 'npm start' });
    }
  });
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
