import type { EntityManager } from 'typeorm';
import { inEachLanguage, type Locale } from '@bindery/localisation';
import { formatMoney, type Money } from '@bindery/values';
import { findTimeZone } from '../accounts';
import type { Catalogue, ProviderProfile } from '../catalogue';
import { addDuration, type Binding, type EffectPart, type Step } from '../lifecycle';
import { cardKindOf, sayCardName } from '../providers';
import { findPlan, physicalCardWorks, quotedDoors, type UnbindPlan } from '../unbind-plan';
import { refundFee } from './refund-fee';
import { insertCharge, insertReceipt } from './unbind.repository';
import { say } from './unbind.words';

/** What a confirmed unbind costs and what is written down about it. */
export const createUnbindEffects = ({ profileOf }: Pick<Catalogue, 'profileOf'>) =>
  ({
    handlers: {
      ChargeFee: (tx, _effect, step) => chargeFee(tx, step),
      RefundFee: async (tx, _effect, { binding, at }) => {
        if (binding.planId) await refundFee(tx, binding, binding.planId, at);
      },
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

/** Writes down what was done, in words of both languages and the holder's zone of today, which never change later (requirement 3). */
async function issueReceipt(tx: EntityManager, step: Step, profile: ProviderProfile): Promise<void> {
  const { binding, at } = step;
  if (!binding.receiptId) throw new Error(`binding ${binding.id} has no receipt to issue`);
  const plan = await planOf(tx, step);
  const feeCharged = plan?.fee ?? null;
  const timeZone = await findTimeZone(tx, binding.accountId);
  const textIn = (locale: Locale) => receiptText(step, profile, plan, { locale, timeZone });
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

/** Who a receipt is for. */
interface Reader {
  readonly locale: Locale;
  readonly timeZone: string;
}

/**
 * Of a card that opened doors: the worst case that was promised, which stays true, and each reader that had no line then by its name; which readers
 * have confirmed since is told beside the receipt.
 */
function readersLine(
  { card, at }: Step,
  { offlineRevocationWorstCase }: ProviderProfile,
  plan: UnbindPlan | null,
  { locale, timeZone }: Reader,
): string[] {
  const promised = plan ? quotedDoors(plan.effects) : undefined;
  const until = addDuration(at, promised?.offlineWorstCase ?? offlineRevocationWorstCase);
  if (card.doors.length === 0 || until <= at) return [];
  const offline = (promised?.readers ?? [])
    .filter(({ line }) => line === 'OFFLINE')
    .map(({ name, worstCase }) => ({ door: name[locale], until: addDuration(at, worstCase) }));
  return [
    say(locale, 'receipt.readers', { until }, timeZone),
    ...offline.map((reader) => say(locale, 'receipt.readerOffline', reader, timeZone)),
  ];
}

/** Whether there is a card of plastic that goes on working. */
export const hasWorkingCard = ({ kind, state }: Pick<Binding, 'kind' | 'state'>): boolean =>
  cardKindOf(kind).hasPhysicalCard === true && physicalCardWorks(state.holds);

function receiptText(step: Step, profile: ProviderProfile, plan: UnbindPlan | null, reader: Reader): string {
  const { card, binding, at } = step;
  const { locale, timeZone } = reader;
  const fee = plan?.fee ?? null;
  const until = binding.restorableUntil;
  return [
    say(locale, 'receipt.lead', { card: sayCardName(card, profile, locale), at }, timeZone),
    fee ? say(locale, 'receipt.fee', { amount: formatMoney(fee, locale) }) : say(locale, 'receipt.free'),
    until ? say(locale, 'receipt.restorable', { until }, timeZone) : say(locale, 'receipt.final'),
    ...readersLine(step, profile, plan, reader),
    say(locale, hasWorkingCard(binding) ? 'receipt.recordsAndCard' : 'receipt.records'),
  ].join(locale === 'en' ? ' ' : '');
}
