import { newCardNumber } from '@bindery/wallet-client';
import { tellEvents, type BoundCard, type Life, type Scene } from '../scene';
import { beginLife, bindAs, eventually, inboxMessage, statusOutside, waitUntilActive } from '../systems/life';
import { holderApp } from './holder-app';

const bank = 'seaside-bank';
const gate = 'riverside-gate';

/** A card is missed and found, then the phone with all that is bound on it. */
export async function loseAndFind(scene: Scene): Promise<void> {
  scene.story.step('loseCard');
  const life = await beginLife(scene);
  const paying = await bindAs(life, bank, { bank: { number: newCardNumber() } });
  const credential = await waitUntilActive(life, paying);
  await loseCard(life, paying, credential);
  await losePhone(life, paying, credential);
}

async function loseCard({ scene, wallet }: Life, card: BoundCard, credential: string): Promise<void> {
  const { world, story } = scene;
  const app = holderApp(wallet);
  const results = await app.reportLost({ cardId: card.cardId });
  const paid = await world.pay(credential, 100, story.wordFor('bakery'));
  const [result] = results;
  story.check(result?.outcome === 'HELD' && !paid.approved, 'lostHeld');
  story.check(await eventually(async () => (await statusOutside(scene, credential)) === 'SUSPENDED'), 'lostAtBank');
  const resumed = await wallet.resume(card.bindingId);
  story.check(resumed.__typename === 'TransitionRefusedError', 'lostNotResumed', {
    message: resumed.message ?? resumed.__typename,
  });
  await app.reportFound({ cardId: card.cardId });
  await wallet.waitForStatus(card.cardId, 'ACTIVE');
  story.check((await world.pay(credential, 100, story.wordFor('bakery'))).approved, 'lostFound');
  await tellEvents(scene, 'bindery.wallet.reported-lost.v1', 'bindery.wallet.reported-found.v1');
}

async function losePhone(life: Life, paying: BoundCard, credential: string): Promise<void> {
  const { scene, wallet, deviceId } = life;
  const { world, story } = scene;
  story.step('losePhone');
  const opening = await bindAs(life, 'cloudgate', { access: { site: 'riverside', memberNumber: 'RG-1003' } });
  const key = await waitUntilActive(life, opening);
  const app = holderApp(wallet);
  await wallet.logIn('iPad');
  const results = await app.reportLost({ deviceId });
  const ids = results.filter(({ outcome }) => outcome === 'HELD').map(({ binding }) => binding.id);
  story.check(
    [paying, opening].every(({ bindingId }) => ids.includes(bindingId)),
    'lostPhoneHeld',
    {
      count: ids.length,
    },
  );
  const tap = await world.tap(gate, key);
  const paid = await world.pay(credential, 100, story.wordFor('bakery'));
  story.check(!tap.opened && !paid.approved, 'lostPhoneOff');
  const alert = await inboxMessage(life, 'REPORTED_LOST');
  story.check(alert?.critical ?? false, 'lostTold', { message: alert?.body ?? '–' });
  await app.reportFound({ deviceId });
  for (const { cardId } of [paying, opening]) await wallet.waitForStatus(cardId, 'ACTIVE');
  const opened = await eventually(async () => (await world.tap(gate, key)).opened);
  const pays = await eventually(async () => (await world.pay(credential, 100, story.wordFor('bakery'))).approved);
  story.check(opened && pays, 'lostPhoneFound');
  await tellEvents(scene, 'bindery.wallet.reported-lost.v1', 'bindery.wallet.reported-found.v1');
}
