import { randomInt } from 'node:crypto';
import { opsPortOf } from '@bindery/service';
import { createSimulatedWorld, type SimulatedWorld } from '@bindery/simulated-world';
import { createGraphClient, createWallet, type GraphClient, type Wallet } from '@bindery/wallet-client';
import { parts, portOf, type Part } from './services';

/** The system that the run's global setup started. */
export const port = Number(process.env.E2E_PORT);
export const data = process.env.E2E_DATA ?? '';

const urlsBy = (toPort: (publicPort: number) => number) =>
  Object.fromEntries(parts.map((part) => [part, `http://127.0.0.1:${toPort(portOf(part, port))}`])) as Record<
    Part,
    string
  >;

/** Base URLs of the parts, at their fixed distances from the gateway. */
export const urls = urlsBy((publicPort) => publicPort);

/** Where they say how they are. */
export const opsUrls = urlsBy(opsPortOf);

export const world: SimulatedWorld = createSimulatedWorld(urls['provider-simulator']);

export const graph = (locale: 'zh-CN' | 'en' = 'en'): GraphClient =>
  createGraphClient({ endpoint: `${urls.gateway}/graphql`, locale });

let people = 0;

/** Somebody with a phone of her own, registered and logged in on one device. */
export type Holder = Wallet & { readonly deviceId: string; readonly refreshToken: string };

export async function newHolder(locale: 'zh-CN' | 'en' = 'en'): Promise<Holder> {
  const wallet = newPerson(locale);
  await wallet.register();
  return Object.assign(wallet, await wallet.logIn('Pixel 9'));
}

/** Somebody new who is not registered yet. The simulated carrier cannot reach numbers that end in 0000. */
export function newPerson(locale: 'zh-CN' | 'en' = 'en'): Wallet {
  people += 1;
  const phone = `+86137${String(randomInt(1e7)).padStart(7, '0')}${1 + (people % 9)}`;
  return createWallet(graph(locale), world, {
    phone,
    password: 'quiet-lantern-58-orchard',
    displayName: `Holder ${people} Lantern`,
    locale,
  });
}
