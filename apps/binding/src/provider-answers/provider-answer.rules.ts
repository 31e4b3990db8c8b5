import type { Id } from '@bindery/kernel';
import type { BindingCaseAbout, CaseOperation } from '../cases/cases.rules';

/** What a provider can have answered. DONE and NOT_DONE of what it was asked for; how a card stands there; that a replaced card owes nothing any more. */
export const providerAnswers = ['DONE', 'NOT_DONE', 'GONE', 'SUSPENDED', 'ACTIVE', 'NOTHING_OWED'] as const;
export type ProviderAnswer = (typeof providerAnswers)[number];

/** What a case waits for an answer about. STEP, ACT, REQUEST: something that was asked for. VIEW: how the card stands there, and how it should. OWED: what keeps a replaced card there. */
export type Subject =
  | {
      readonly is: 'STEP' | 'ACT' | 'REQUEST';
      readonly id: Id<'operation'>;
      readonly kind: CaseOperation['kind'];
      readonly isSent: boolean;
    }
  | { readonly is: 'VIEW'; readonly id: Id<'binding'>; readonly desired: string | null }
  | { readonly is: 'OWED'; readonly id: Id<'binding'> };

/** An answer that can be recorded, and whether a second of our people has to confirm it. */
export interface OfferedAnswer {
  readonly answer: ProviderAnswer;
  readonly takesTwo: boolean;
}

/** ONE: it tightens, or ends what nobody is harmed by. TWO: it lets the card do more, moves money, or leaves its holder with a risk. */
type Takes = 'ONE' | 'TWO' | 'NEVER';

/**
 * What is asked once and never looked at again (a mandate, a consent, a loan that end) goes on in its holder’s name where it was said to have ended, so two say it.
 * A yes to BIND is never recorded: only the provider names a credential, and no reader honours a name that a person has typed.
 */
const takes: Readonly<Record<CaseOperation['kind'], { readonly DONE: Takes; readonly NOT_DONE: Takes }>> = {
  BIND: { DONE: 'NEVER', NOT_DONE: 'ONE' },
  UNBIND: { DONE: 'ONE', NOT_DONE: 'TWO' },
  RESTORE: { DONE: 'TWO', NOT_DONE: 'ONE' },
  SUSPEND: { DONE: 'ONE', NOT_DONE: 'TWO' },
  RESUME: { DONE: 'TWO', NOT_DONE: 'ONE' },
  CANCEL_MANDATE: { DONE: 'TWO', NOT_DONE: 'TWO' },
  MOVE_MANDATE: { DONE: 'TWO', NOT_DONE: 'TWO' },
  SETTLE_PENDING: { DONE: 'TWO', NOT_DONE: 'TWO' },
  WITHDRAW_BALANCE: { DONE: 'TWO', NOT_DONE: 'TWO' },
  GIVE_CONSENT: { DONE: 'TWO', NOT_DONE: 'ONE' },
  WITHDRAW_CONSENT: { DONE: 'TWO', NOT_DONE: 'TWO' },
  OPEN_LOAN: { DONE: 'TWO', NOT_DONE: 'TWO' },
  REVOKE_LOAN: { DONE: 'TWO', NOT_DONE: 'TWO' },
  MOVE_ACCOUNT: { DONE: 'TWO', NOT_DONE: 'TWO' },
};

/** The answers that can be recorded about something. */
export function answersTo(subject: Subject): readonly OfferedAnswer[] {
  switch (subject.is) {
    case 'VIEW':
      // Any other would leave it standing otherwise than it should, with nobody who looks into it.
      return [
        { answer: 'GONE', takesTwo: false },
        ...(subject.desired === 'SUSPENDED' ? [{ answer: 'SUSPENDED', takesTwo: false } as const] : []),
        ...(subject.desired === 'ACTIVE' ? [{ answer: 'ACTIVE', takesTwo: true } as const] : []),
      ];
    case 'OWED':
      return [{ answer: 'NOTHING_OWED', takesTwo: true }];
    default:
      return (['DONE', 'NOT_DONE'] as const)
        .map((answer) => ({ answer, how: takes[subject.kind][answer] }))
        .filter(({ how }) => how !== 'NEVER')
        .map(({ answer, how }) => ({ answer, takesTwo: how === 'TWO' }));
  }
}

/** A loan that was opened is asked about and revoked by its lender’s number of it. */
export const wantsLoanNumber = (subject: Subject, answer: ProviderAnswer): boolean =>
  subject.is === 'REQUEST' && subject.kind === 'OPEN_LOAN' && answer === 'DONE';

export const isAboutAnAnswer = (about: BindingCaseAbout): boolean =>
  (['OVERDUE', 'DIVERGED', 'OBLIGATION_OVERDUE', 'LENDER_OVERDUE'] as const).some((one) => one === about);

export const answerDecisions = ['TAKEN', 'DECLINED'] as const;
export type AnswerDecision = (typeof answerDecisions)[number];

/** What one of our people says that a provider answered. */
export interface StatedAnswer {
  readonly id: Id<'answer'>;
  readonly caseId: Id<'case'>;
  /** The operation that it is about; else the binding. */
  readonly subject: Subject['id'];
  readonly answer: ProviderAnswer;
  readonly takesTwo: boolean;
  readonly loanNumber: string | null;
  /** Where it can be read or heard again, for us. */
  readonly evidence: string;
  /** Why, for the holder. */
  readonly reason: string;
  readonly statedBy: Id<'account'>;
  readonly statedAt: Date;
  /** Null while it waits for a second of our people. */
  readonly decision: AnswerDecision | null;
  readonly decidedBy: Id<'account'> | null;
  readonly decidedAt: Date | null;
}

/** What our people can do about an open case. */
export const caseSteps = ['ASK_AGAIN', 'RECORD_ANSWER', 'CONFIRM_ANSWER', 'CLOSE', 'DECIDE_DISPUTE'] as const;
export type CaseStep = (typeof caseSteps)[number];

interface Looked {
  readonly about: BindingCaseAbout;
  readonly subjects: readonly Subject[];
  readonly isWaiting: boolean;
}

/** What ends a case, or moves it on; never empty. */
export function stepsOf({ about, subjects, isWaiting }: Looked): readonly CaseStep[] {
  if (about === 'DISPUTE_OVERDUE') return ['DECIDE_DISPUTE'];
  if (!isAboutAnAnswer(about)) return ['CLOSE'];
  const canAsk = subjects.some(canBeAsked);
  return [
    ...(canAsk ? (['ASK_AGAIN'] as const) : []),
    'RECORD_ANSWER',
    ...(isWaiting ? (['CONFIRM_ANSWER'] as const) : []),
  ];
}

/** What has not left cannot be asked about. */
export const canBeAsked = (subject: Subject): boolean => !('isSent' in subject) || subject.isSent;

/** Minutes from one question that our people have asked to the next, about one case. */
export const askAgainMinutes = 5;

export const askableFrom = (askedAgainAt: Date | null, now: Date): Date | null => {
  const from = askedAgainAt && new Date(askedAgainAt.getTime() + askAgainMinutes * 60_000);
  return from && from > now ? from : null;
};

/** Why one of our people does not do this about a case. */
export const answerObstacles = [
  'OWN_ACCOUNT',
  'CASE_CLOSED',
  'NO_ANSWER_AWAITED',
  'NOT_OPEN',
  'ONLY_THE_PROVIDER',
  'DOES_NOT_FIT',
  'ANOTHER_WAITS',
  'NOTHING_TO_ASK',
  'OWN_STATEMENT',
  'DECIDED_BEFORE',
  'OVERTAKEN',
] as const;
export type AnswerObstacle = (typeof answerObstacles)[number];
