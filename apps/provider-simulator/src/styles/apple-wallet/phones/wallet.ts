import { randomBytes } from 'node:crypto';
import { err, ok, type Clock, type Result } from '@bindery/kernel';
import type { Phone, WalletPass } from '../../../records/phone';
import type { SimulatorState } from '../../../state/simulator-state';
import type { WalletKeys } from '../keys';
import { openPass, type PassFault } from '../passes/open-pass';
import { updatePasses } from './update-passes';
import { registrationUrl, showToken, type WebServiceClient } from './web-service-client';

export interface WalletDeps {
  readonly state: SimulatorState;
  readonly keys: WalletKeys;
  readonly clock: Clock;
  readonly client: WebServiceClient;
}

export interface AddFault {
  readonly kind: PassFault['kind'] | 'LINK_NOT_ANSWERED' | 'PASS_VOID' | 'NOT_REGISTERED';
  /** What the server answered, where it did. */
  readonly status?: number;
}

/** The phones outside and what people do with their wallets. */
export interface Wallets {
  find(name: string): Phone | undefined;
  /** Opens a link, looks whether the pass behind it is good, keeps it, and registers for its changes. */
  add(name: string, url: string): Promise<Result<WalletPass, AddFault>>;
  /** The pass is taken off the phone, which tells whoever issued it; false where the phone has none of that number. */
  remove(name: string, serialNumber: string): Promise<boolean>;
  /** The phone is gone with all that is on it, and tells nobody. */
  erase(name: string): void;
  /** A push has come: the phone asks what has changed. Resolves when it knows. */
  wake(name: string): Promise<void>;
}

export function createWallets({ state, keys, clock, client }: WalletDeps): Wallets {
  const { phones } = state;
  /** One thing at a time on each phone, as pushes and fingers come at the same moment. */
  const busy = new Map<string, Promise<unknown>>();
  const inTurn = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const done = (busy.get(name) ?? Promise.resolve()).then(work, work);
    busy.set(
      name,
      done.catch(() => undefined),
    );
    return done;
  };
  const phoneOf = (name: string): Phone => {
    const known = phones.get(name);
    return known && !known.erasedAt ? known : newPhone(name);
  };

  async function add(name: string, url: string): Promise<Result<WalletPass, AddFault>> {
    const answer = await client.fetch(url);
    if (answer?.status !== 200) return err({ kind: 'LINK_NOT_ANSWERED', status: answer?.status });
    const opened = openPass(answer.body, keys, clock.now());
    if (!opened.ok) return opened;
    if (opened.value.voided) return err({ kind: 'PASS_VOID' });
    const pass = { ...opened.value, lastModified: answer.headers.get('last-modified') ?? '' };
    const phone = phoneOf(name);
    const others = phone.passes.filter(({ serialNumber }) => serialNumber !== pass.serialNumber);
    phones.put(name, { ...phone, passes: [...others, pass] });
    const registered = await client.fetch(registrationUrl(pass, phone.deviceLibraryId), {
      method: 'POST',
      headers: showToken(pass),
      body: { pushToken: phone.pushToken },
    });
    const isRegistered = registered?.status === 201 || registered?.status === 200;
    return isRegistered ? ok(pass) : err({ kind: 'NOT_REGISTERED', status: registered?.status });
  }

  async function remove(name: string, serialNumber: string): Promise<boolean> {
    const phone = phones.get(name);
    const pass = phone?.passes.find((each) => each.serialNumber === serialNumber);
    if (!phone || !pass || phone.erasedAt) return false;
    phones.put(name, { ...phone, passes: phone.passes.filter((each) => each !== pass) });
    await client.fetch(registrationUrl(pass, phone.deviceLibraryId), { method: 'DELETE', headers: showToken(pass) });
    return true;
  }

  return {
    find: (name) => phones.get(name),
    add: (name, url) => inTurn(name, () => add(name, url)),
    remove: (name, serialNumber) => inTurn(name, () => remove(name, serialNumber)),
    erase(name) {
      const phone = phones.get(name);
      if (phone) phones.put(name, { ...phone, passes: [], erasedAt: clock.now().toISOString() });
    },
    wake: (name) =>
      inTurn(name, async () => {
        const phone = phones.get(name);
        if (phone && !phone.erasedAt) phones.put(name, await updatePasses(phone, { keys, clock, client }));
      }),
  };
}

/** Identifiers as Apple’s are: random, and of no other use. */
const newPhone = (name: string): Phone => ({
  name,
  deviceLibraryId: randomBytes(16).toString('hex'),
  pushToken: randomBytes(32).toString('hex'),
  lastUpdated: {},
  passes: [],
});
