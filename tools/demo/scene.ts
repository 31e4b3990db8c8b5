import type { SimulatedWorld } from '@bindery/simulated-world';
import type { Wallet } from '@bindery/wallet-client';
import type { EventWatch } from './event-watch';
import type { Storyteller } from './storyteller';

/** What the chapters share: the actors, and what earlier chapters found. */
export interface Scene {
  readonly wallet: Wallet;
  readonly world: SimulatedWorld;
  readonly story: Storyteller;
  readonly events: EventWatch;
  accountId: string;
  deviceId: string;
  bank: { cardId: string; bindingId: string };
  access: { cardId: string; bindingId: string };
}

/** Tells the events of a step once those that must come have come. */
export async function tellEvents({ events, accountId, story }: Scene, ...wanted: string[]): Promise<void> {
  story.events(await events.next(accountId, wanted));
}
