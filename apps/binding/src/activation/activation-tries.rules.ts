import type { AbuseRules } from '@bindery/abuse-ledger';

const hour = 60 * 60_000;
const day = 24 * hour;

/**
 * Wrong answers, whatever the provider itself counts. Codes by account, and by the card at its provider, however many accounts begin to bind it: whoever
 * knows somebody's member number guesses no more often than the holder mistypes. A signature cannot be guessed, and anybody knows a public address: wrong
 * ones are counted by account and by the bind that they are for, so that nobody uses up the tries of who has the keys.
 */
export const activationTryRules = {
  'activation.wrong': [
    { dimension: 'ACTOR', limit: 10, windowMs: hour },
    { dimension: 'ACTOR', limit: 20, windowMs: day },
    { dimension: 'TARGET', limit: 10, windowMs: day },
  ],
  'activation.wrong-signature': [
    { dimension: 'ACTOR', limit: 10, windowMs: hour },
    { dimension: 'ACTOR', limit: 20, windowMs: day },
    { dimension: 'TARGET', limit: 10, windowMs: day },
  ],
} as const satisfies AbuseRules;
