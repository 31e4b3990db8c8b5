import type { AbuseRules, Claim } from '@bindery/abuse-ledger';
import type { Id } from '@bindery/kernel';
import type { Acquaintance } from '../contacts/acquaintance.rules';
import { codeLifetimeMs } from '../factors/code-life.rules';

const hour = 60 * 60_000;

/**
 * The window of a day's budgets: a day and one code's life. With five tries a code, ten codes in any such
 * window are at most fifty guesses in any 24 hours, wherever the day is cut.
 */
export const budgetWindowMs = 24 * hour + codeLifetimeMs;

/** Codes of a day, by lane: who asks in one spends nothing of the others. */
const laneRules = {
  /** Who is signed in, by whichever factors: the bound on guesses. */
  'code.account': [{ dimension: 'ACTOR', limit: 10, windowMs: budgetWindowMs }],
  /** Of them, those that go to one recipient, whichever account has it. */
  'code.contact': [{ dimension: 'DESTINATION', limit: 10, windowMs: budgetWindowMs }],
  /** A new password, asked for on a device of the account. A code that is answered is given back. */
  'code.reset.device': [
    { dimension: 'DEVICE', limit: 2, windowMs: budgetWindowMs },
    { dimension: 'TARGET', limit: 3, windowMs: budgetWindowMs },
  ],
  /** The same, from where the account was used before. */
  'code.reset.address': [{ dimension: 'TARGET', limit: 2, windowMs: budgetWindowMs }],
  /** The same, by anybody. With those above ten codes a number, fifty guesses; what is gone comes back over the day. */
  'code.reset.stranger': [
    { dimension: 'TARGET', limit: 2, windowMs: 8 * hour },
    { dimension: 'TARGET', limit: 5, windowMs: budgetWindowMs },
  ],
  /** Of strangers' codes for one number, those that one address can have: who wants to keep its owner out needs many. */
  'code.reset.stranger.at': [
    { dimension: 'ADDRESS', limit: 1, windowMs: 8 * hour },
    { dimension: 'ADDRESS', limit: 2, windowMs: budgetWindowMs },
  ],
  /** What known devices and addresses have sent to one number, answered or not. */
  'code.reset.known': [{ dimension: 'DESTINATION', limit: 30, windowMs: budgetWindowMs }],
  /** A new account, by anybody. It shares nothing with resets: neither keeps the other waiting. */
  'code.register': [
    { dimension: 'TARGET', limit: 3, windowMs: 6 * hour },
    { dimension: 'TARGET', limit: 5, windowMs: budgetWindowMs },
  ],
  /** Of them, those for one number that one address can have. */
  'code.register.at': [
    { dimension: 'ADDRESS', limit: 2, windowMs: 6 * hour },
    { dimension: 'ADDRESS', limit: 3, windowMs: budgetWindowMs },
  ],
} as const satisfies AbuseRules;

/** `codesPerAddress`: codes a day that strangers at one network address can ask for; a whole office may share one. */
export const codeRules = (codesPerAddress: number) =>
  ({
    ...laneRules,
    'code.anonymous': [{ dimension: 'ADDRESS', limit: codesPerAddress, windowMs: budgetWindowMs }],
  }) as const satisfies AbuseRules;

/** What is given back when the code is answered: who has the phone was no guesser. */
export const givenBackWhenAnswered = ['code.reset.device', 'code.reset.address'] as const;

/** Who asks for a code, and by what they are counted. */
export type Asking =
  | { readonly kind: 'ACCOUNT'; readonly accountId: Id<'account'>; readonly contactDigest: string | null }
  | ({ readonly kind: 'REGISTER' } & AnonymousAsking)
  | ({ readonly kind: 'RESET_PASSWORD'; readonly acquaintance: Acquaintance } & AnonymousAsking);

interface AnonymousAsking {
  readonly contactDigest: string;
  readonly clientDigest: string;
}

type CodeClaim = Claim<ReturnType<typeof codeRules>>;

export interface CodeLane {
  readonly isStrangers: boolean;
  readonly claims: readonly CodeClaim[];
}

/** The lanes that are open to who asks, the narrowest first. */
export function lanesOf(asking: Asking): CodeLane[] {
  if (asking.kind === 'ACCOUNT') return [{ isStrangers: false, claims: accountClaims(asking) }];
  const { contactDigest: number, clientDigest } = asking;
  const ofAnybody = { act: 'code.anonymous', keys: { ADDRESS: clientDigest } } as const;
  const here = `${number} ${clientDigest}`;
  if (asking.kind === 'REGISTER') {
    const ofNumber = { act: 'code.register', keys: { TARGET: number } } as const;
    const atAddress = { act: 'code.register.at', keys: { ADDRESS: here } } as const;
    return [{ isStrangers: true, claims: [ofNumber, atAddress, ofAnybody] }];
  }
  const { device, isAddressKnown } = asking.acquaintance;
  const sent = { act: 'code.reset.known', keys: { DESTINATION: number } } as const;
  const lanes: CodeLane[] = [];
  if (device !== undefined) {
    const keys = { DEVICE: `${number} ${device}`, TARGET: number };
    lanes.push({ isStrangers: false, claims: [{ act: 'code.reset.device', keys }, sent] });
  }
  if (isAddressKnown)
    lanes.push({ isStrangers: false, claims: [{ act: 'code.reset.address', keys: { TARGET: number } }, sent] });
  const ofNumber = { act: 'code.reset.stranger', keys: { TARGET: number } } as const;
  const atAddress = { act: 'code.reset.stranger.at', keys: { ADDRESS: here } } as const;
  lanes.push({ isStrangers: true, claims: [ofNumber, atAddress, ofAnybody] });
  return lanes;
}

/** What a signed-in holder's code is counted by; the recipient only when something is sent to one. */
export function accountClaims({
  accountId,
  contactDigest,
}: {
  readonly accountId: Id<'account'>;
  readonly contactDigest: string | null;
}): CodeClaim[] {
  const ofAccount = { act: 'code.account', keys: { ACTOR: accountId } } as const;
  return contactDigest === null
    ? [ofAccount]
    : [ofAccount, { act: 'code.contact', keys: { DESTINATION: contactDigest } }];
}
