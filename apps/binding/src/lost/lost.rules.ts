import { mayBeHeldByHolder, type Actor, type HoldKey, type Phase } from '@bindery/card-lifecycle';
import { err, givenId, invalidField, ok, type Id, type InvalidInput, type Result } from '@bindery/kernel';
import type { Binding } from '../lifecycle/binding.rules';
import { cardLostHold, deviceLostHold } from './lost-hold.rules';

export type LostId = Id<'card'> | Id<'device'>;

/** What is lost. */
export type LostSubject =
  { readonly kind: 'CARD'; readonly id: Id<'card'> } | { readonly kind: 'DEVICE'; readonly id: Id<'device'> };

/** What became of one binding of something that was reported lost. */
export const lostOutcomes = ['HELD', 'ALREADY_HELD', 'CANCELLED', 'NOT_ON'] as const;
export type LostOutcome = (typeof lostOutcomes)[number];

/** What became of it when that was found. */
export const foundOutcomes = ['LIFTED', 'WAITS_FOR_PROVIDER', 'NOT_HELD'] as const;
export type FoundOutcome = (typeof foundOutcomes)[number];

export interface SubjectInput {
  readonly cardId?: string | null;
  readonly deviceId?: string | null;
}

/** A card or a device, exactly one of them. */
export function readSubject({ cardId, deviceId }: SubjectInput): Result<LostSubject, InvalidInput> {
  if (cardId && deviceId) return err(invalidField('deviceId', 'NOT_WANTED'));
  if (cardId) return ok({ kind: 'CARD', id: givenId('card', cardId) });
  return deviceId ? ok({ kind: 'DEVICE', id: givenId('device', deviceId) }) : err(invalidField('cardId', 'REQUIRED'));
}

export const isOf = ({ kind, id }: LostSubject, { cardId, deviceId }: Pick<Binding, 'cardId' | 'deviceId'>): boolean =>
  (kind === 'CARD' ? cardId : deviceId) === id;

export const holdOf = ({ kind }: LostSubject): HoldKey => (kind === 'CARD' ? cardLostHold : deviceLostHold);

/**
 * What is done with a binding of it. The holder holds what is on; what is on its way to be confirmed is given up with a lost card, and held by us on
 * a lost device, where whoever has it could go on. A card that is off needs a proof to come back.
 */
export function tightening(subject: LostSubject, phase: Phase): Actor | 'CANCEL' | 'NOTHING' {
  if (mayBeHeldByHolder(phase)) return 'HOLDER';
  if (subject.kind === 'DEVICE') return 'SYSTEM';
  return phase === 'VERIFYING' || phase === 'IN_REVIEW' ? 'CANCEL' : 'NOTHING';
}
