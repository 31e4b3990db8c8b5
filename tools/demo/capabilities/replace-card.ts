import { newCardNumber } from '@bindery/wallet-client';
import { tellEvents, type Scene } from '../scene';
import { beginLife, bindAs, eventually, statusOutside, waitUntilActive } from '../systems/life';
import { holderApp } from './holder-app';

const bank = 'seaside-bank';
/** As many cards of one account as the bank takes. */
const most = 5;
const mandateId = 'm-1';

const newCard = () => ({ bank: { number: newCardNumber() } });

/** A new card takes the place of an old one, with all that hung on it. */
export async function replaceCards(scene: Scene): Promise<void> {
  await replaceDamaged(scene);
  await replaceLost(scene);
}

async function replaceDamaged(scene: Scene): Promise<void> {
  const { world, story } = scene;
  story.step('replaceDamaged');
  const life = await beginLife(scene);
  const { wallet } = life;
  const app = holderApp(wallet);
  const old = await bindAs(life, bank, { bank: { number: '4242 4242 4242 4242' } });
  const oldReference = await waitUntilActive(life, old);
  const other = await bindAs(life, bank, { bank: { number: '5555 5555 5555 4444' } });
  await waitUntilActive(life, other);
  await wallet.setPaymentOrder([old.cardId, other.cardId]);
  const amount = { value: 1_500, currency: 'CNY' };
  const mandates = [{ id: mandateId, merchant: story.wordFor('videoClub'), amount, nextOn: '2027-01-01' }];
  await world.setObligations(bank, oldReference, { balance: null, pending: [], mandates });

  const fresh = await app.replaceCard(old.bindingId, bank, 'DAMAGED', { bank: { number: '4000 0566 5566 5556' } });
  story.check((await world.pay(oldReference, 100, story.wordFor('bakery'))).approved, 'replaceStillPays');
  await app.confirm(fresh.bindingId);
  const reference = await waitUntilActive(life, fresh);
  await wallet.waitForStatus(old.cardId, 'REPLACED');
  const order = await wallet.paymentOrder();
  const isFirst = order[0] === fresh.cardId && order[1] === other.cardId && (await wallet.card(fresh.cardId)).isDefault;
  story.check(isFirst, 'replaceDefault');
  const isCollected = () => world.charge(bank, reference, { mandateId }).then(({ charged }) => charged);
  story.check(await eventually(isCollected), 'replaceMandate');
  story.check(await eventually(async () => (await statusOutside(scene, oldReference)) === 'ABSENT'), 'replaceOldGone');
  await tellEvents(life.scene, 'bindery.binding.replaced.v1');
}

/** At a bank that takes no more of her. */
async function replaceLost(scene: Scene): Promise<void> {
  const { world, story } = scene;
  story.step('replaceLost');
  const life = await beginLife(scene);
  const { wallet } = life;
  const app = holderApp(wallet);
  const cards = [];
  for (let count = 0; count < most; count++) {
    const card = await bindAs(life, bank, newCard());
    cards.push({ ...card, reference: await waitUntilActive(life, card) });
  }
  const [missed] = cards;
  if (!missed) throw new Error('nothing was bound');
  const another = await wallet.startBinding(bank, life.deviceId, newCard());
  story.check(another.__typename === 'BindingLimitError', 'replaceNoMore', {
    message: another.message ?? another.__typename,
  });
  const fresh = await app.replaceCard(missed.bindingId, bank, 'LOST', newCard());
  const paid = await world.pay(missed.reference, 100, story.wordFor('bakery'));
  const { holds } = await app.binding(missed.bindingId);
  story.check(!paid.approved && holds.some(({ cause }) => cause === 'CARD_REPORTED_LOST'), 'replaceHeld');
  await app.confirm(fresh.bindingId);
  const reference = await waitUntilActive(life, fresh);
  await wallet.waitForStatus(missed.cardId, 'REPLACED');
  story.check((await world.pay(reference, 100, story.wordFor('bakery'))).approved, 'replacePlace');
  await tellEvents(life.scene, 'bindery.binding.replaced.v1');
}
