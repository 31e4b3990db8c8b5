import type { Id } from '@bindery/kernel';
import type { ProviderSaying } from '../providers/connector.rules';
import type { LendingKind, LendingRequest } from '../providers/lending.rules';

/** Something that a lender is asked beside binding an account. */
export interface LenderRequest {
  /** Also the key at the lender: the same id never has a second effect. */
  readonly id: Id<'operation'>;
  readonly bindingId: Id<'binding'>;
  readonly provider: string;
  readonly kind: LendingKind;
  /** The consent or loan that it is about, or the binding that an account moves to. */
  readonly subjectId: Id<'consent'> | Id<'loan'> | Id<'binding'>;
  /** What is sent, as it was when it was asked for. */
  readonly body: Omit<LendingRequest, 'requestId' | 'kind'>;
  readonly state: 'OPEN' | 'CONFIRMED' | 'REFUSED';
  /** Why it was refused. */
  readonly cause: string | null;
  readonly createdAt: Date;
  readonly deadline: Date;
  /** When it was about to leave; from then on it is asked about and not sent again. */
  readonly sentAt: Date | null;
  readonly asked: number;
  /** When its lender was asked so last. */
  readonly askedAt: Date | null;
  /** What it said last about it; null where it never did. */
  readonly said: ProviderSaying | null;
  readonly saidAt: Date | null;
  /** When somebody looks after it; much later than that its job is taken for lost. */
  readonly nextCheckAt: Date;
  /** When its deadline passed and it became a case. */
  readonly overdueAt: Date | null;
  readonly settledAt: Date | null;
}

/** Half a minute: a job that nobody has looked after for longer is taken for lost. */
export const lookedAfterMs = 30_000;

/** How far a lender is with something, as its holder sees it. */
export const lenderStandings = ['ASKED', 'UNANSWERED', 'CONFIRMED', 'REFUSED'] as const;
export type LenderStanding = (typeof lenderStandings)[number];

export const standingOf = ({ state, overdueAt }: Pick<LenderRequest, 'state' | 'overdueAt'>): LenderStanding => {
  if (state !== 'OPEN') return state;
  return overdueAt ? 'UNANSWERED' : 'ASKED';
};
