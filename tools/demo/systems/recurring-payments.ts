import type { ObligationActKind } from '@bindery/wallet-client';
import { tellEvents, type BoundCard, type Life, type Scene } from '../scene';
import { beginLife, bindAs, eventually, inboxMessage, statusOutside, unbindCard, waitUntilActive } from './life';

const bank = 'harbour-bank';
const amount = { value: 1_500, currency: 'CNY' };
const mandateId = 'm-1';

/** A recurring payment runs on a card that is to go: it moves to another one and breaks nothing; what is off is charged no more. */
export async function moveRecurringPayment(scene: Scene): Promise<void> {
  const { world, story } = scene;
  story.step('recurring');
  const life = await beginLife(scene);
  const { wallet } = life;
  const old = await bindAs(life, bank, { bank: { number: '4242 4242 4242 4242' } });
  const oldReference = await waitUntilActive(life, old);
  const other = await bindAs(life, bank, { bank: { number: '5555 5555 5555 4444' } });
  const otherReference = await waitUntilActive(life, other);
  const mandates = [{ id: mandateId, merchant: story.wordFor('videoClub'), amount, nextOn: '2027-01-01' }];
  const pending = [{ id: 'p-1', amount, text: story.wordFor('fuel') }];
  await world.setObligations(bank, oldReference, { balance: null, pending, mandates });
  const plan = await wallet.preflight(old.bindingId);
  const told = plan.effects.find(({ __typename }) => __typename === 'MandateEffect')?.text;
  story.check(/2027年1月1日|Jan(uary)? 1, 2027/.test(told ?? ''), 'recurringTold', { text: told ?? '–' });
  story.check(plan.blockers.length === 1, 'recurringBlocked', { text: plan.blockers[0]?.text ?? '–' });

  story.check(await takesOffer(life, old, 'SETTLE_PENDING'), 'recurringSettled');
  story.check(await takesOffer(life, old, 'MOVE_MANDATE'), 'recurringMoved');
  const collected = await world.charge(bank, otherReference, { mandateId });
  story.check(collected.charged, 'recurringCollected');
  await tellEvents(life.scene, 'bindery.card.obligation-settled.v1');

  story.step('recurringOrder');
  await wallet.setPaymentOrder([old.cardId, other.cardId]);
  await unbindCard(life, old);
  const [first] = await wallet.paymentOrder();
  story.check(first === other.cardId, 'recurringNext');

  story.step('recurringNever');
  await world.setObligations(bank, oldReference, { balance: null, pending: [], mandates });
  const refused = await world.charge(bank, oldReference, { mandateId });
  story.check(!refused.charged && (await statusOutside(scene, oldReference)) === 'ABSENT', 'recurringRefused');
  await world.charge(bank, oldReference, { mandateId, anyway: true });
  const alert = await inboxMessage(life, 'CHARGED_AFTER_UNBIND');
  story.check(alert !== undefined, 'recurringAlert', { title: alert?.title ?? '–' });
  await tellEvents(life.scene, 'bindery.card.charged-after-unbind.v1');
}

/** She proves and asks for what is offered, and waits until the bank has done it. */
async function takesOffer({ wallet }: Life, { bindingId }: BoundCard, kind: ObligationActKind): Promise<boolean> {
  const offer = (await wallet.obligations(bindingId))?.offers.find((one) => one.kind === kind);
  if (!offer) return false;
  await wallet.takeOffer(bindingId, offer);
  return eventually(async () =>
    (await wallet.obligationActs(bindingId)).some((act) => act.kind === kind && act.state === 'DONE'),
  );
}
