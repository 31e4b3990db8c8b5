import type { EntityManager } from 'typeorm';
import type { Locale } from '@bindery/localisation';
import type { Money } from '../catalogue/provider-profile.rules';
import { ReceiptRow } from './receipt.entity';
import { findPlan, insertCharge, refundCharges } from './unbind.repository';
import { say, sayCardName, sayMoney } from '../cards/cards.words';
import type { Step } from '../lifecycle/transitions';

/** Charges what the plan quoted, once (requirement 11). Answers what was charged, for the event. */
export async function chargeFee(tx: EntityManager, step: Step): Promise<{ feeCharged?: Money }> {
  const plan = await planOf(tx, step);
  if (!plan?.fee) return {};
  await insertCharge(tx, plan, plan.fee, step.at);
  return { feeCharged: plan.fee };
}

export async function refundFee(tx: EntityManager, { binding, at }: Step): Promise<void> {
  if (binding.planId) await refundCharges(tx, binding.planId, at);
}

/** Writes down what was done, in words of both languages that never change later (requirement 3). */
export async function issueReceipt(tx: EntityManager, step: Step): Promise<void> {
  const { binding, at } = step;
  if (!binding.receiptId) throw new Error(`binding ${binding.id} has no receipt to issue`);
  const feeCharged = (await planOf(tx, step))?.fee ?? null;
  const text = { 'zh-CN': receiptText(step, feeCharged, 'zh-CN'), en: receiptText(step, feeCharged, 'en') };
  await tx.insert(ReceiptRow, {
    id: binding.receiptId,
    bindingId: binding.id,
    at,
    text,
    feeCharged,
    restorableUntil: binding.restorableUntil,
  });
}

async function planOf(tx: EntityManager, { binding }: Step) {
  return binding.planId === null ? null : findPlan(tx, binding.planId);
}

function receiptText({ card, profile, binding, at }: Step, fee: Money | null, locale: Locale): string {
  const until = binding.restorableUntil;
  return [
    say(locale, 'receipt.lead', { card: sayCardName(card, profile, locale), at }),
    fee ? say(locale, 'receipt.fee', { amount: sayMoney(fee, locale) }) : say(locale, 'receipt.free'),
    until ? say(locale, 'receipt.restorable', { until }) : say(locale, 'receipt.final'),
    say(locale, 'receipt.stays'),
  ].join(locale === 'en' ? ' ' : '');
}
