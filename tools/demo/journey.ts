import type { SimulatedWorld } from '@bindery/simulated-world';
import type { Wallet } from '@bindery/wallet-client';
import { arrive } from './chapters/arrive';
import { bindCards } from './chapters/bind-cards';
import { readHistory } from './chapters/read-history';
import { restoreCard } from './chapters/restore-card';
import { unbindCards } from './chapters/unbind-cards';
import { useCards } from './chapters/use-cards';
import type { EventWatch } from './event-watch';
import type { Scene } from './scene';
import type { Storyteller } from './storyteller';

const chapters = [arrive, bindCards, useCards, unbindCards, restoreCard, readHistory];

/** Plays the whole journey, chapter by chapter. An error ends it and is told; the rest would make no sense. */
export async function playJourney(
  wallet: Wallet,
  world: SimulatedWorld,
  events: EventWatch,
  story: Storyteller,
): Promise<void> {
  const none = { cardId: '', bindingId: '' };
  const scene: Scene = { wallet, world, story, events, accountId: '', deviceId: '', bank: none, access: none };
  try {
    for (const chapter of chapters) await chapter(scene);
  } catch (error) {
    story.fail(error);
  }
}
