import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createSimulatedWorld, type SimulatedWorld } from '@bindery/simulated-world';
import { eventually } from '@bindery/testing';
import { createGraphClient, createWallet, newKey, type Wallet } from '@bindery/wallet-client';
import { newCardNumber } from './testing/cards';
import { runSystem, type RunningSystem } from './system/run-system';
import { portOf } from './system/services';

// A system of its own: whoever shares one shares its time.
let system: RunningSystem;
let world: SimulatedWorld;

const urlOf = (part: 'gateway' | 'provider-simulator') => `http://127.0.0.1:${portOf(part, system.port)}`;

beforeAll(async () => {
  system = await runSystem();
  world = createSimulatedWorld(urlOf('provider-simulator'));
}, 150_000);
afterAll(async () => {
  await system.stop();
  rmSync(system.data, { recursive: true, force: true });
}, 60_000);

const newPerson = () =>
  createWallet(createGraphClient({ endpoint: `${urlOf('gateway')}/graphql`, locale: 'en' }), world, {
    phone: `+86136${String(randomInt(1e7)).padStart(7, '0')}1`,
    password: 'quiet-lantern-58-orchard',
    displayName: 'Holder Lantern',
    locale: 'en',
  });

/** A try to log in on a device that nobody knows. */
const tryPassword = async ({ graph, person }: Wallet, password: string) => {
  const input = {
    idempotencyKey: newKey(),
    phone: person.phone,
    password,
    device: { name: 'Stranger', platform: 'WEB', installationId: 'installation-of-a-stranger' },
  };
  const query =
    'mutation ($input: LogInInput!) { logIn(input: $input) { __typename ... on Problem { remedies { code at } } } }';
  type Told = { __typename: string; remedies?: { code: string; at: string | null }[] };
  return (await graph.ask<{ logIn: Told }>(query, { input })).logIn;
};

it('opens a lock that time opens, and not sooner', async () => {
  const wallet = newPerson();
  await wallet.register();
  const timeNow = async () => Date.parse((await world.time())?.now ?? '');
  // The first delays are over before a busy machine has looked at them: guesses go on until one is long.
  let at = '';
  for (let tries = 0; tries < 60 && !(Date.parse(at) - (await timeNow()) > 20_000); tries++) {
    if (at) await world.moveTime({ to: new Date(Math.max(Date.parse(at), await timeNow()) + 1_000).toISOString() });
    const { remedies } = await tryPassword(wallet, `wrong-lantern-${tries}-orchard`);
    at = remedies?.find(({ code }) => code === 'TryAgain')?.at ?? '';
  }
  expect(Date.parse(at) - (await timeNow())).toBeGreaterThan(10_000);
  expect((await tryPassword(wallet, wallet.person.password)).__typename).not.toBe('LogInSuccess');

  await world.moveTime({ to: new Date(Date.parse(at) + 1_000).toISOString() });
  expect((await tryPassword(wallet, wallet.person.password)).__typename).toBe('LogInSuccess');
}, 60_000);

it('loses nothing that is under way while time is moved', async () => {
  const wallet = newPerson();
  await wallet.register();
  const { deviceId } = await wallet.logIn('Pixel 9');
  await world.order({ provider: 'seaside-bank', kind: 'BIND', mode: 'late', delayMs: 10_000, times: 3 });
  const cards: { cardId: string }[] = [];
  for (let count = 0; count < 3; count++)
    cards.push(await wallet.bind('seaside-bank', deviceId, { bank: { number: await newCardNumber() } }));
  // Longer than a signature is good for, so that whatever was signed before has to be sent again.
  await world.moveTime({ advance: 'PT6M' });
  for (const { cardId } of cards)
    await eventually(async () => expect((await wallet.card(cardId)).bindings[0]?.status).toBe('ACTIVE'), {
      withinMs: 60_000,
    });
  const { operations } = await world.memory();
  expect(operations.filter(({ status }) => status === 'PENDING')).toEqual([]);
}, 120_000);

it('is the time that every part tells, and goes by after a restart', async () => {
  const { now = '' } = (await world.time()) ?? {};
  const { headers } = await fetch(`${urlOf('gateway')}/explorer`);
  expect(Math.abs(Date.parse(headers.get('date') ?? '') - Date.parse(now))).toBeLessThan(10_000);
  const { port, data } = system;
  expect(await system.stop()).toBe(0);
  system = await runSystem({ port, data });
  await eventually(async () => expect(Date.parse((await world.time())?.now ?? '')).toBeGreaterThan(Date.parse(now)));
  const wallet = newPerson();
  await wallet.register();
  await wallet.logIn('Pixel 9');
  expect((await wallet.home()).displayName).toBe('Holder Lantern');
}, 180_000);

it('goes forward only, and only where somebody of this machine moves it', async () => {
  await expect(world.moveTime({ to: '2020-01-01T00:00:00Z' })).rejects.toMatchObject({ code: 'CLOCK_BACKWARDS' });
  await expect(world.moveTime({ advance: 'P11Y' })).rejects.toMatchObject({ code: 'CLOCK_TOO_FAR' });
  const fromElsewhere = await fetch(`${urlOf('provider-simulator')}/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    body: '{"advance":"P1D"}',
  });
  expect(fromElsewhere.status).toBe(403);
});
