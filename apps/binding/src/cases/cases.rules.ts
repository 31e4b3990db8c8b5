import type { Phase } from '@bindery/card-lifecycle';
import { isId, isMomentText, isWellFormed, type Id } from '@bindery/kernel';
import { isCalendarDay } from '@bindery/values';
import type { Channel } from '../lifecycle/binding-change.rules';
import { obligationActKinds, sentKinds, type ProviderSaying } from '../providers/connector.rules';
import { lendingKinds } from '../providers/lending.rules';

/** DIVERGED: the provider sees the card otherwise, and nothing may loosen it. OVERDUE: it has not answered in time. REFUSED: it would not suspend or revoke. REVOCATION: a reader has not confirmed that the card is off. DISPUTE_OVERDUE: nobody decided a dispute in time. OBLIGATION_OVERDUE: what was asked for about a mandate, payment or balance was not answered in time, or what hangs on a replaced card has not ended in time. MANDATE_LEFT: a mandate of a replaced card did not go over. CHARGED_AFTER_UNBIND: a card was charged that was off. OPENED_AFTER_UNBIND: a door opened to one. USED_WHILE_HELD: a card was used that was blocked. COLLECTED_WITHOUT_CONSENT: a lender collected that was not allowed to. LENDER_OVERDUE: a lender has not answered in time about a consent or a loan. LENDER_REFUSED: it would not take a consent back, revoke a loan, or move an account, or cannot be asked to any more. */
export const bindingCaseAbouts = [
  'DIVERGED',
  'OVERDUE',
  'REFUSED',
  'REVOCATION',
  'DISPUTE_OVERDUE',
  'OBLIGATION_OVERDUE',
  'MANDATE_LEFT',
  'CHARGED_AFTER_UNBIND',
  'OPENED_AFTER_UNBIND',
  'USED_WHILE_HELD',
  'COLLECTED_WITHOUT_CONSENT',
  'LENDER_OVERDUE',
  'LENDER_REFUSED',
] as const;
export type BindingCaseAbout = (typeof bindingCaseAbouts)[number];

/** Something about a binding that people look into. */
export interface BindingCase {
  readonly id: Id<'case'>;
  readonly bindingId: Id<'binding'>;
  readonly about: BindingCaseAbout;
  readonly openedAt: Date;
  /** Until when people answer, as the holder was told last. */
  readonly answerBy: Date;
  /** When the first such promise passed; null where none has. */
  readonly overdueSince: Date | null;
  /** How many have. */
  readonly answersMissed: number;
  readonly closedAt: Date | null;
  /** Who of our people closed it; null while it is open, and where it ended by itself. */
  readonly closedBy: Id<'account'> | null;
  /** Why they closed it, for the holder. */
  readonly reason: string | null;
  /** What did not go over, where it is about that. */
  readonly mandates: readonly LeftMandate[] | null;
}

/** A recurring payment that broke, as its holder knows it. */
export interface LeftMandate {
  readonly merchant: string;
  /** Day of the next collection, `2026-12-01`; left out where the provider does not say. */
  readonly nextOn?: string;
}

/** Mandates that broke, as their holder is told of them: what has no name cannot be named, and a name has an end. */
export const toLeft = (mandates: readonly LeftMandate[]): LeftMandate[] =>
  mandates
    .map(({ merchant, nextOn }) => ({ merchant: Array.from(merchant.trim()).slice(0, 100).join(''), nextOn }))
    .filter(({ merchant }) => merchant !== '' && isWellFormed(merchant))
    .slice(0, 50)
    .map(({ merchant, nextOn }) => ({ merchant, ...(nextOn && isCalendarDay(nextOn) ? { nextOn } : {}) }));

export type ToldOfCase = 'OPENED' | 'CLOSED';

/** By which way it was seen that there is something to look into. */
export const seenBy: Readonly<Record<BindingCaseAbout, Channel>> = {
  DIVERGED: 'RECONCILIATION',
  OVERDUE: 'TIMER',
  REFUSED: 'PROVIDER_ANSWER',
  REVOCATION: 'TIMER',
  DISPUTE_OVERDUE: 'TIMER',
  OBLIGATION_OVERDUE: 'TIMER',
  MANDATE_LEFT: 'PROVIDER_QUERY',
  CHARGED_AFTER_UNBIND: 'PROVIDER_WEBHOOK',
  OPENED_AFTER_UNBIND: 'PROVIDER_WEBHOOK',
  USED_WHILE_HELD: 'PROVIDER_WEBHOOK',
  COLLECTED_WITHOUT_CONSENT: 'PROVIDER_WEBHOOK',
  LENDER_OVERDUE: 'TIMER',
  LENDER_REFUSED: 'PROVIDER_ANSWER',
};

/** Who ended it, and by which way: one of our people, or what they look into has ended. */
export const endedBy = ({ about, closedBy }: Pick<BindingCase, 'about' | 'closedBy'>) => {
  if (closedBy) return { actor: 'AGENT', channel: 'STAFF' } as const;
  return { actor: 'SYSTEM', channel: about === 'DISPUTE_OVERDUE' ? 'REVIEW' : 'PROVIDER_ANSWER' } as const;
};

/**
 * What nothing that is seen here ends: a mandate that its merchant was told of, a charge that was paid back, a refusal that was made good. Somebody
 * looks and closes it with a reason; all others end when the provider has answered, agrees, or the dispute is decided, and by nobody's word.
 */
const closedByPeople: readonly BindingCaseAbout[] = [
  'REFUSED',
  'REVOCATION',
  'MANDATE_LEFT',
  'CHARGED_AFTER_UNBIND',
  'OPENED_AFTER_UNBIND',
  'USED_WHILE_HELD',
  'COLLECTED_WITHOUT_CONSENT',
  'LENDER_REFUSED',
];

export const isClosedByPeople = (about: BindingCaseAbout): boolean => closedByPeople.includes(about);

/** An open case as our people list it. */
export interface QueuedCase extends Pick<
  BindingCase,
  'id' | 'bindingId' | 'about' | 'openedAt' | 'answerBy' | 'overdueSince'
> {
  readonly provider: string;
  readonly phase: Phase;
  /** When its card was bound last; null where it never was. */
  readonly boundAt: Date | null;
  /** When our people had the provider asked again about it last. */
  readonly askedAgainAt: Date | null;
}

export const caseOperationKinds = [...sentKinds, ...obligationActKinds, ...lendingKinds] as const;

/** What a provider was asked for about a binding and has not ended. */
export interface CaseOperation {
  readonly id: Id<'operation'>;
  readonly bindingId: Id<'binding'>;
  readonly kind: (typeof caseOperationKinds)[number];
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  /** How often it was asked how that stands. */
  readonly asked: number;
  readonly askedAt: Date | null;
  /** What it said last; null where it never answered. */
  readonly said: ProviderSaying | null;
  readonly saidAt: Date | null;
  /** When it is asked again; null where it was not sent. */
  readonly nextAskAt: Date | null;
}

/** The place of a case in the queue. */
export const queueKey = ({ id, answerBy, overdueSince }: QueuedCase): string =>
  `${(overdueSince ?? answerBy).toISOString()} ${id}`;

export function isQueueKey(key: string): boolean {
  const [moment = '', id = '', ...rest] = key.split(' ');
  return rest.length === 0 && isId('case', id) && isMomentText(moment);
}

/** Why a case is not closed by somebody. */
export const caseObstacles = ['OWN_ACCOUNT', 'ENDS_BY_ITSELF', 'CLOSED_BEFORE'] as const;
export type CaseObstacle = (typeof caseObstacles)[number];
