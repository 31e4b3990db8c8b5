import type { CardValidity } from '@bindery/wallet-client';
import { moveTime } from '../move-time';
import { tellEvents, type BoundCard, type Life, type Scene } from '../scene';
import { eventually, inboxMessage, inboxMessages, stayLoggedIn } from './life';

const dayMs = 24 * 60 * 60_000;
/**
 * Inside the last notice but one, whatever the zone that days are counted in: the card is bound four weeks before its end at least, so that this notice
 * is never one of those that came by themselves before the time was moved.
 */
const daysBefore = 5;

/** Moves the time of the whole sandbox twice; where that cannot be, it is told and left out. */
export async function letCardExpire(scene: Scene): Promise<void> {
  const { world, story, expiring } = scene;
  if (scene.keepsTime || !expiring) return;
  story.step('expiring');
  if (!(await world.time())) return story.tell('timeFixed');
  const { life, card } = expiring;
  const { expiresOn, worksUntil } = await life.wallet.validity(card.cardId);
  if (!expiresOn || !worksUntil) throw new Error('the bank did not say how long the card is good for');
  await stayLoggedIn(life.wallet);
  const before = (await inboxMessages(life.wallet, 'CARD_EXPIRING')).map(({ id }) => id);
  if (!(await moveTime(scene, dayAfter(expiresOn, -daysBefore)))) return;
  await stayLoggedIn(life.wallet);
  const notice = await inboxMessage(life, 'CARD_EXPIRING', before);
  if (notice) story.tell('effect', { text: `${notice.title} – ${notice.body}` });
  story.check(notice !== undefined, 'expiryNotice', { day: expiresOn });
  story.check(worksUntil > expiresOn, 'expiryGrace', { day: worksUntil });

  story.step('expired');
  if (!(await moveTime(scene, dayAfter(worksUntil, 2)))) return;
  await stayLoggedIn(life.wallet);
  await expireAndRenew(scene, life, card);
  // The first person's session may have come to its end meanwhile.
  await stayLoggedIn(scene.wallet);
}

async function expireAndRenew({ world, story }: Scene, life: Life, card: BoundCard): Promise<void> {
  const { wallet } = life;
  const { credentialReference } = await wallet.waitForStatus(card.cardId, 'EXPIRED');
  const reference = credentialReference ?? '';
  const shop = story.wordFor('bakery');
  story.check(causesOf(await wallet.validity(card.cardId)).includes('CARD_EXPIRED'), 'expiredHeld');
  story.check(!(await world.pay(reference, 100, shop)).approved, 'expiredRefused');
  const expiresOn = await fourYearsOn(world);
  await world.renew('lotus-bank', reference, { expiresOn, lastFour: '4321' });
  const isRenewed = await eventually(async () => {
    const seen = await wallet.validity(card.cardId);
    return seen.lastFour === '4321' && seen.expiresOn === expiresOn && causesOf(seen).length === 0;
  });
  story.check(isRenewed, 'renewed', { day: expiresOn });
  await wallet.waitForStatus(card.cardId, 'ACTIVE');
  // The bank has taken its hold off once it has answered that.
  story.check(await eventually(async () => (await world.pay(reference, 100, shop)).approved), 'renewedPays');
  await tellEvents(life.scene, 'bindery.card.expiring.v1', 'bindery.binding.card-updated.v1');
}

const dayAfter = (day: string, days: number) => ({ to: new Date(Date.parse(day) + days * dayMs).toISOString() });

const causesOf = ({ bindings }: CardValidity): readonly string[] =>
  (bindings[0]?.holds ?? []).map(({ cause }) => cause);

async function fourYearsOn(world: Scene['world']): Promise<string> {
  const year = new Date((await world.time())?.now ?? Date.now()).getUTCFullYear() + 4;
  return `${year}-12-31`;
}
