import { createGraphClient, createSimulatedWorld, createWallet, type GraphClient, type SimulatedWorld, type Wallet } from '@bindery/wallet-client';

/** The system that the run's global setup started. */
export const port = Number(process.env.E2E_PORT);
export const data = process.env.E2E_DATA ?? '';

const urlAt = (offset: number) => `http://127.0.0.1:${port + offset}`;

/** Base URLs of the programs, at their fixed distances from the gateway. */
export const urls = { gateway: urlAt(0), identity: urlAt(1), binding: urlAt(2), verification: urlAt(3), notification: urlAt(4), simulator: urlAt(10) };

export const world: SimulatedWorld = createSimulatedWorld(urls.simulator);

export const graph = (locale: 'zh-CN' | 'en' = 'en'): GraphClient => createGraphClient({ endpoint: `${urls.gateway}/graphql`, locale });

let people = 0;

/** Somebody new with a phone of her own, registered and logged in. */
export async function newHolder(): Promise<Wallet & { readonly deviceId: string }> {
  const wallet = newPerson();
  await wallet.register();
  const { deviceId } = await wallet.logIn('Pixel 9');
  return Object.assign(wallet, { deviceId });
}

/** Somebody new who is not registered yet. */
export function newPerson(): Wallet {
  people += 1;
  const digits = String((Date.now() % 1e6) * 100 + (people % 100)).padStart(8, '0');
  return createWallet(graph(), world, { phone: `+86137${digits}`, password: 'quiet-lantern-58-orchard', displayName: `Holder ${people}`, locale: 'en' });
}
