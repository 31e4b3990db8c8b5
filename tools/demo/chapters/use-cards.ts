import { setTimeout as pause } from 'node:timers/promises';
import { tellEvents, type Scene } from '../scene';

export const gate = 'riverside-gate';

export async function useCards(scene: Scene): Promise<void> {
  const { world, story } = scene;
  story.step('use');
  const tap = await world.tap(gate, await credentialOf(scene, scene.access.cardId));
  story.check(tap.opened, 'doorOpened');
  const payment = await world.pay(await credentialOf(scene, scene.bank.cardId), 1250, story.wordFor('bakery'));
  story.check(payment.approved, 'paid', { amount: '12.50' });
  await tellEvents(scene, 'bindery.card.used.v1');
  const shown = await waitForUsage(scene);
  for (const text of shown) story.tell('effect', { text });
  story.check(shown.length === 2, 'usageShown');
}

/** The reference that the phone's secure element shows to a reader. */
export async function credentialOf({ wallet }: Scene, cardId: string): Promise<string> {
  const reference = (await wallet.card(cardId)).bindings[0]?.credentialReference;
  if (!reference) throw new Error('the binding has no credential');
  return reference;
}

/** The provider tells of a use a moment after it happened. */
async function waitForUsage({ wallet, access, bank }: Scene): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const records = await Promise.all([access, bank].map(async ({ cardId }) => (await wallet.history(cardId)).usage));
    const texts = records.flat().map(({ text }) => text);
    if (texts.length >= 2 || tries > 100) return texts;
    await pause(50);
  }
}
