import type { EntityManager } from 'typeorm';
import { defaultTimeZone, inEachLanguage, type Locale } from '@bindery/localisation';
import { formatMoney, type Money } from '@bindery/values';
import type { Catalogue, ProviderProfile } from '../catalogue';
import { lastDayOf, type EffectPart, type Step } from '../lifecycle';
import { sayCardName } from '../providers';
import { findPlan } from '../unbind-plan';
import { insertCharge, insertReceipt, saveChargesRefunded } from './unbind.repository';
import { say } from './unbind.words';

/** What a confirmed unbind costs and what is written down about it. */
export const createUnbindEffects = ({ profileOf }: Pick<Catalogue, 'profileOf'>) =>
  ({
    handlers: {
      ChargeFee: (tx, _effect, step) => chargeFee(tx, step),
      RefundFee: (tx, _effect, step) => refundFee(tx, step),
      IssueReceipt: (tx, _effect, step) => issueReceipt(tx, step, profileOf(step.binding.provider)),
    },
  }) satisfies EffectPart;

/** Charges what the plan quoted, once (requirement 11). Answers what was charged, for the event. */
async function chargeFee(tx: EntityManager, step: Step): Promise<{ feeCharged?: Money }> {
  const plan = await planOf(tx, step);
  if (!plan?.fee) return {};
  await insertCharge(tx, plan, plan.fee, step.at);
  return { feeCharged: plan.fee };
}

async function refundFee(tx: EntityManager, { binding, at }: Step): Promise<void> {
  if (binding.planId) await saveChargesRefunded(tx, binding.planId, at);
}

/** Writes down what was done, in words of both languages that never change later (requirement 3). */
async function issueReceipt(tx: EntityManager, step: Step, profile: ProviderProfile): Promise<void> {
  const { binding, at } = step;
  if (!binding.receiptId) throw new Error(`binding ${binding.id} has no receipt to issue`);
  const feeCharged = (await planOf(tx, step))?.fee ?? null;
  const textIn = (locale: Locale) => receiptText(step, profile, feeCharged, locale);
  await insertReceipt(tx, {
    id: binding.receiptId,
    bindingId: binding.id,
    at,
    text: inEachLanguage(textIn),
    feeCharged,
    restorableUntil: binding.restorableUntil,
  });
}

async function planOf(tx: EntityManager, { binding }: Step) {
  return binding.planId === null ? null : findPlan(tx, binding.planId);
}

function receiptText({ card, binding, at }: Step, profile: ProviderProfile, fee: Money | null, locale: Locale): string {
  const until = binding.restorableUntil;
  return [
    say(locale, 'receipt.lead', { card: sayCardName(card, profile, locale), at }),
    fee ? say(locale, 'receipt.fee', { amount: formatMoney(fee, locale) }) : say(locale, 'receipt.free'),
    until
      ? say(locale, 'receipt.restorable', { lastDay: lastDayOf(until, defaultTimeZone) })
      : say(locale, 'receipt.final'),
    say(locale, 'receipt.stays'),
  ].join(locale === 'en' ? ' ' : '');
}
