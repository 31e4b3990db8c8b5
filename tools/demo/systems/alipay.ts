import { setTimeout as pause } from 'node:timers/promises';
import { tellEvents, type Scene } from '../scene';
import {
  beginLife,
  bindAs,
  inboxMessage,
  isInUsage,
  newAccount,
  statusOutside,
  unbindCard,
  waitUntilActive,
} from './life';

export async function payWithAlipay(scene: Scene): Promise<void> {
  const { world, story } = scene;
  story.step('alipayAgree');
  const life = await beginLife(scene);
  const account = newAccount();
  const card = await bindAs(life, 'alipay', { wallet: { account } });
  const { url } = await life.wallet.activationOf(card.bindingId);
  await world.agreeAtAlipay(url ?? '', account);
  const reference = await waitUntilActive(life, card);
  story.check((await statusOutside(scene, reference)) === 'ACTIVE', 'alipayAgreed');
  await tellEvents(life.scene, 'bindery.binding.bound.v1');

  story.step('alipayPay');
  await world.deductAtAlipay(reference, '12.50', story.wordFor('bakery'));
  story.check(await isInUsage(life, card, 1250), 'alipayUsage');

  story.step('alipayHeld');
  await life.wallet.suspend(card.bindingId);
  // Alipay tells the second of a payment: this one is in none that began before the hold.
  await pause(1_000);
  await world.deductAtAlipay(reference, '12.50', story.wordFor('bakery'));
  const alert = await inboxMessage(life, 'USED_WRONGLY');
  story.check(alert !== undefined, 'alipayHeldTold', { title: alert?.title ?? '–' });
  await tellEvents(life.scene, 'bindery.card.used-wrongly.v1');

  story.step('alipayUnbind');
  const { plan, binding } = await unbindCard(life, card);
  // There is no plastic card of it, so nothing may promise that one still works.
  const says = (effect: string) => plan.effects.some(({ __typename }) => __typename === effect);
  const isToldRight = says('AgreementEndsEffect') && !says('PhysicalCardWorksEffect');
  story.check(plan.fee === null && binding.receipt !== null && isToldRight, 'alipayReceipt');
  story.check((await statusOutside(scene, reference)) === 'ABSENT', 'alipayEnded');
  const charged = await world.deductAtAlipay(reference, '1.00', story.wordFor('bakery')).then(
    () => true,
    () => false,
  );
  story.check(!charged, 'alipayNeverAgain');
}
