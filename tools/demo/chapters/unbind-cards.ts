import { setTimeout as pause } from 'node:timers/promises';
import { formatMoney } from '@bindery/values';
import type { BindingView, PlanView } from '@bindery/wallet-client';
import type { DemoWord } from '../demo-words';
import { tellEvents, type Scene } from '../scene';
import { credentialOf, gate } from './use-cards';

export async function unbindCards(scene: Scene): Promise<void> {
  const plan = await readPlan(scene);
  await unbindBankCard(scene, plan);
  await unbindAccessCard(scene);
}

async function readPlan({ wallet, story, bank, access }: Scene): Promise<PlanView> {
  story.step('preflight');
  const plan = await wallet.preflight(bank.bindingId);
  for (const { text } of plan.effects) story.tell('effect', { text });
  const named = (effects: PlanView['effects'], ...types: string[]) =>
    types.every((type) => effects.some((effect) => effect.__typename === type));
  story.check(named(plan.effects, 'NoDefaultLeftEffect', 'RestorableEffect', 'HistoryStaysEffect'), 'planEffects', {
    count: plan.effects.length,
  });
  story.check(plan.proof.action === 'UNBIND', 'planProof', {
    factors: plan.proof.factors.map(story.wordFor).join(story.wordFor('or')),
    until: new Date(plan.quotedUntil),
  });
  const other = await wallet.preflight(access.bindingId);
  for (const { text } of other.effects) story.tell('effect', { text });
  const fee = other.fee ? formatMoney(other.fee, story.locale) : '–';
  story.check(named(other.effects, 'FeeEffect', 'DoorsLostEffect', 'PhysicalCardWorksEffect'), 'accessPlan', { fee });
  return plan;
}

async function unbindBankCard(scene: Scene, plan: PlanView): Promise<void> {
  const { wallet, world, story, bank } = scene;
  story.step('unbind');
  const credential = await credentialOf(scene, bank.cardId);
  const proof = await wallet.prove({ action: 'UNBIND', subjectId: bank.bindingId, planDigest: plan.digest });
  const outcome = await wallet.requestUnbind(bank.bindingId, plan, proof, 'NO_LONGER_USED');
  const payment = await world.pay(credential, 100, story.wordFor('bakery'));
  story.check(outcome.__typename === 'RequestUnbindSuccess' && !payment.approved, 'unusable', {
    reason: story.wordFor(payment.reason),
  });
  const unbound = await wallet.waitForStatus(bank.cardId, 'UNBOUND');
  tellReceipt(scene, unbound, 'unbound');
  const home = await wallet.home();
  story.check(!home.cards.edges.some(({ node }) => node.id === bank.cardId), 'notListed');
  const again = await wallet.requestUnbind(bank.bindingId, plan, proof, 'NO_LONGER_USED');
  story.check(again.__typename !== 'RequestUnbindSuccess', 'proofOnce');
  await tellEvents(
    scene,
    'bindery.binding.unbind-requested.v1',
    'bindery.binding.unbound.v1',
    'bindery.notification.delivered.v1',
  );
  story.check(await isAlerted(scene, unbound.receipt?.id ?? ''), 'alerted');
}

/** True once an SMS and the inbox name the receipt; waits for both up to twenty seconds. */
async function isAlerted({ wallet, world }: Scene, receiptId: string): Promise<boolean> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await pause(100)) {
    const messages = await world.messages(wallet.person.phone);
    const { inbox } = await wallet.home();
    if (
      messages.some(({ text }) => text.includes(receiptId)) &&
      inbox.edges.some(({ node }) => node.body.includes(receiptId))
    )
      return true;
  }
  return false;
}

async function unbindAccessCard(scene: Scene): Promise<void> {
  const { wallet, world, story, access } = scene;
  story.step('unbindAccess');
  const credential = await credentialOf(scene, access.cardId);
  const plan = await wallet.preflight(access.bindingId);
  const proof = await wallet.prove({ action: 'UNBIND', subjectId: access.bindingId, planDigest: plan.digest });
  await wallet.requestUnbind(access.bindingId, plan, proof, 'CARD_REPLACED');
  tellReceipt(scene, await wallet.waitForStatus(access.cardId, 'UNBOUND'), 'accessUnbound');
  const tap = await world.tap(gate, credential);
  story.check(!tap.opened && tap.reason === 'UNREGISTERED', 'doorShut', { reason: story.wordFor(tap.reason) });
  const { changes, usage } = await wallet.history(access.cardId);
  story.check(changes.length > 0 && usage.length > 0, 'historyStays');
  await tellEvents(scene, 'bindery.binding.unbound.v1');
}

function tellReceipt({ story }: Scene, { receipt }: BindingView, word: DemoWord): void {
  if (receipt) story.tell('receipt', { text: receipt.text });
  story.check(receipt !== null, word);
}
