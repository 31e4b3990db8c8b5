import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSimulatedWorld, type SimulatedWorld } from '@bindery/simulated-world';
import { createGraphClient, createWallet, newKey, type Wallet } from '@bindery/wallet-client';
import type { DemoAccount } from '../../start/demo-accounts';
import { portsFrom, urlOf } from '../../start/topology';

const startTimeoutMs = 120_000;

const add = `mutation ($input: AddRewardInput!) { addReward(input: $input) { ... on AddRewardSuccess { reward { title } } ... on Problem { message } } }`;
const kindsAndProviders = '{ providers { code } __type(name: "CardKind") { enumValues { name } } }';
const list = '{ rewards { edges { node { title } } } }';

/** Starts the system of a checkout with the new subgraph, providers and kind in it, and uses them as a demo account would. Throws when something is other than it must be. */
export async function askSystem(folder: string, data: string, port: number): Promise<void> {
  const stop = await startSystem(folder, data, port);
  try {
    const ports = portsFrom(port);
    const world = createSimulatedWorld(urlOf(ports['provider-simulator']));
    const wallet = createWallet(
      createGraphClient({ endpoint: `${urlOf(ports.gateway)}/graphql`, locale: 'en' }),
      world,
      readDemoAccount(data),
    );
    const { deviceId } = await wallet.logIn('Check');
    await askSubgraph(wallet);
    await bindNewKind(wallet, world, deviceId);
  } finally {
    await stop();
  }
}

function readDemoAccount(data: string) {
  const accounts = JSON.parse(readFileSync(join(data, 'demo-accounts.json'), 'utf8')) as readonly DemoAccount[];
  const [account] = accounts;
  if (!account) throw new Error('there is no demo account');
  return { ...account, displayName: account.name, locale: 'en' } as const;
}

async function askSubgraph({ graph, accessToken }: Wallet): Promise<void> {
  await graph.ask(add, { input: { idempotencyKey: newKey(), title: 'made by a generator' } }, accessToken);
  const answer = JSON.stringify(await graph.ask(list, {}, accessToken));
  const kinds = JSON.stringify(await graph.ask(kindsAndProviders));
  for (const name of ['bay-bank', 'metro-line', 'TRANSIT_CARD'])
    if (!kinds.includes(`"${name}"`)) throw new Error(`the graph has no ${name}: ${kinds}`);
  if (answer !== '{"rewards":{"edges":[{"node":{"title":"made by a generator"}}]}}')
    throw new Error(`the new subgraph answered ${answer}`);
}

/** A card of the new kind at its first provider: bound, used at a terminal, shown. */
async function bindNewKind(wallet: Wallet, world: SimulatedWorld, deviceId: string): Promise<void> {
  const { cardId } = await wallet.bind('metro-line', deviceId, { transit: { number: 'MT 7788 9001' } });
  await wallet.waitForStatus(cardId, 'ACTIVE');
  const { kind, lastFour, displayName, isDefault } = await wallet.card(cardId);
  const shown = [kind, lastFour, displayName, isDefault].join(', ');
  if (shown !== 'TRANSIT_CARD, 9001, Metro Line ·· 9001, true') throw new Error(`the new card is ${shown}`);
  const { credentials } = await world.memory();
  const credential = credentials.find(({ provider }) => provider === 'metro-line');
  const paid = await world.pay(credential?.credentialReference ?? '', 300, 'Metro gate');
  if (!paid.approved) throw new Error(`the new card did not pay: ${paid.reason}`);
}

/** `npm start` of that checkout; answers how to stop it. */
async function startSystem(folder: string, data: string, port: number): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ['tools/start/main.cjs', '--port', String(port), '--data', data], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
    await ended;
  };
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no board in time:\n${output}`)), startTimeoutMs);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Bindery is running')) resolve(clearTimeout(timer));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', () => reject(new Error(`the start ended:\n${output}`)));
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return stop;
}
