import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { newKey } from '@bindery/wallet-client';
import { consentTo } from './testing/consent';
import { bindBankCard, prepareUnbind } from './testing/cards';
import { mutate } from './testing/mutate';
import { databases, dump, type Database } from './system/databases';
import { data, graph, newHolder, world, type Holder } from './system/the-system';

/** What no table, event or log may hold in clear: its name, its text, and where it may stand after all. */
interface Canary {
  readonly what: string;
  readonly text: string;
  readonly allowedIn?: (line: string, place: Database | 'logs') => boolean;
}

const memberNumber = 'RG-1747';

/** Six digits also end every timestamp of PostgreSQL; those are no codes. */
const withoutTimes = (line: string) => line.replaceAll(/\d{2}:\d{2}:\d{2}(\.\d+)?/g, '');

const holds = (line: string, text: string): boolean => {
  const found = withoutTimes(line);
  if (!/^\d{6}$/.test(text))
    return [text, Buffer.from(text).toString('base64').replace(/=+$/, ''), Buffer.from(text).toString('hex')].some(
      (form) => found.includes(form),
    );
  return new RegExp(`(?<![\\w.-])${text}(?![\\w-])`).test(found);
};

function readLogs(): string[] {
  const folder = join(data, 'logs');
  return (
    readdirSync(folder)
      .filter((name) => statSync(join(folder, name)).isFile())
      // The simulator is outside the company: it is the bank, the estate and the phone.
      .filter((name) => !name.startsWith('provider-simulator'))
      .flatMap((name) =>
        readFileSync(join(folder, name), 'utf8')
          .split('\n')
          .map((line) => `${name} ${line}`),
      )
  );
}

describe('after a journey', () => {
  let holder: Holder;
  const canaries: Canary[] = [];
  const places = new Map<Database | 'logs', string[]>();

  beforeAll(async () => {
    holder = await newHolder();
    const bank = await bindBankCard(holder);
    const access = await holder.bind('cloudgate', holder.deviceId, { access: { site: 'riverside', memberNumber } });
    await holder.waitForStatus(access.cardId, 'ACTIVE');
    await world.pay(bank.credential, 1250, 'Corner Bakery');
    const { plan, proof } = await prepareUnbind(holder, bank.bindingId);
    await holder.requestUnbind(bank.bindingId, plan, proof, 'PRIVACY');
    await holder.waitForStatus(bank.cardId, 'UNBOUND');
    await mistakes(holder, bank.number);
    const refreshed = await mutate(
      { graph: graph() },
      'refreshSession',
      { idempotencyKey: newKey(), refreshToken: holder.refreshToken },
      '... on RefreshSessionSuccess { refreshToken accessToken }',
    );
    const { phone, password, displayName } = holder.person;
    canaries.push(
      { what: 'the card number', text: bank.number },
      { what: 'the card number in groups', text: bank.number.replaceAll(/(\d{4})(?=\d)/g, '$1 ') },
      { what: 'the first digits of the card number', text: bank.number.slice(0, 12) },
      { what: 'the member number', text: memberNumber },
      { what: 'the phone number', text: phone.slice(3) },
      { what: 'the password', text: password },
      { what: 'a wrong password', text: 'wrong-lantern-58-orchard' },
      { what: 'the access token', text: holder.accessToken ?? '' },
      { what: 'the refresh token', text: holder.refreshToken },
      { what: 'its successor', text: String(refreshed.refreshToken) },
      { what: 'a proof', text: proof },
      { what: 'the signature of a proof', text: proof.split('.')[2] ?? '' },
      {
        what: 'the name',
        text: displayName,
        allowedIn: (line, place) => place === 'identity' && line.startsWith('public.account '),
      },
      ...(await world.messages(phone))
        .flatMap(({ text }) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.slice(0, 1) ?? [])
        .map((text) => ({ what: 'a code', text })),
    );
    for (const database of databases) places.set(database, await dump(database));
    places.set('logs', readLogs());
  });

  it('there is something to look through, and something to look for', () => {
    expect(canaries.length).toBeGreaterThanOrEqual(17);
    for (const { text } of canaries) expect(text.length).toBeGreaterThanOrEqual(6);
    for (const lines of places.values()) expect(lines.length).toBeGreaterThan(20);
    // The dumps do hold this holder's rows.
    expect(places.get('binding')?.some((line) => line.includes(holder.deviceId))).toBe(true);
  });

  it.each([...databases, 'logs'] as const)('%s holds no number, code, password or token in clear', (place) => {
    const finds = canaries.flatMap(({ what, text, allowedIn }) =>
      (places.get(place) ?? [])
        .filter((line) => holds(line, text) && !allowedIn?.(line, place))
        .map((line) => `${what}: ${line.slice(0, 200)}`),
    );
    expect(finds).toEqual([]);
  });
});

/** Failures are where secrets slip into logs: wrong passwords, codes, numbers, whole inputs that are refused. */
async function mistakes(holder: Holder, number: string): Promise<void> {
  const { phone } = holder.person;
  const device = { name: 'Phone', platform: 'IOS', installationId: 'installation-1' };
  await mutate(holder, 'logIn', {
    idempotencyKey: newKey(),
    phone,
    password: 'wrong-lantern-58-orchard',
    device,
  });
  await mutate(holder, 'startBinding', {
    idempotencyKey: newKey(),
    provider: 'harbour-bank',
    deviceId: holder.deviceId,
    consent: { text: '', version: '' },
    card: { bank: { number } },
  });
  await mutate(holder, 'startBinding', {
    idempotencyKey: 'bad',
    provider: 'cloudgate',
    deviceId: holder.deviceId,
    consent: await consentTo('cloudgate'),
    card: { access: { site: 'riverside', memberNumber } },
  });
  await world.order({ provider: 'harbour-bank', kind: 'TOKENISE', mode: 'error', times: 1 });
  await mutate(holder, 'startBinding', {
    idempotencyKey: newKey(),
    provider: 'harbour-bank',
    deviceId: holder.deviceId,
    consent: await consentTo('harbour-bank'),
    card: { bank: { number } },
  });
  await world.endFaults();
  await graph().send(
    `mutation { logIn(input: { phone: "${phone}", password: "wrong-lantern-58-orchard" }) { __typename } }`,
  );
}
