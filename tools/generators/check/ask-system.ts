import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGraphClient, newKey } from '@bindery/wallet-client';

const startTimeoutMs = 120_000;

const logIn = `mutation ($input: LogInInput!) { logIn(input: $input) { ... on LogInSuccess { accessToken } ... on Problem { message } } }`;
const add = `mutation ($input: AddRewardInput!) { addReward(input: $input) { ... on AddRewardSuccess { reward { title } } ... on Problem { message } } }`;
const kindsAndProviders = '{ providers { code } __type(name: "CardKind") { enumValues { name } } }';
const list = '{ rewards { edges { node { title } } } }';

/** Starts the system of a checkout with the new subgraph, provider and kind in it, and asks for them through the gateway as a demo account would. Throws when the answer is another. */
export async function askSystem(folder: string, data: string, port: number): Promise<void> {
  const stop = await startSystem(folder, data, port);
  try {
    const [{ phone = '', password = '' } = {}] = JSON.parse(readFileSync(join(data, 'demo-accounts.json'), 'utf8')) as {
      phone: string;
      password: string;
    }[];
    const graph = createGraphClient({ endpoint: `http://127.0.0.1:${port}/graphql`, locale: 'en' });
    const device = { name: 'Check', platform: 'WEB', installationId: 'generators-check-1' };
    const input = { idempotencyKey: newKey(), phone, password, device, clientApp: 'explorer' };
    const { logIn: login } = await graph.ask<{ logIn: { accessToken: string } }>(logIn, { input });
    await graph.ask(add, { input: { idempotencyKey: newKey(), title: 'made by a generator' } }, login.accessToken);
    const answer = JSON.stringify(await graph.ask(list, {}, login.accessToken));
    const world = JSON.stringify(await graph.ask(kindsAndProviders));
    if (!world.includes('"bay-bank"') || !world.includes('"TRANSIT_CARD"')) throw new Error(`the graph has ${world}`);
    if (answer !== '{"rewards":{"edges":[{"node":{"title":"made by a generator"}}]}}')
      throw new Error(`the new subgraph answered ${answer}`);
  } finally {
    await stop();
  }
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
