import { createAbuseLedger, spendRules, type OnSpent } from '@bindery/abuse-ledger';
import type { Clock } from '@bindery/kernel';
import { deriveKey } from '../keys';
import type { VerificationConfig } from '../verification.config';
import { codeRules } from './budget.rules';

export type BudgetsConfig = Pick<
  VerificationConfig,
  'CODE_KEY' | 'CODES_PER_ADDRESS_PER_DAY' | 'MESSAGES_PER_HOUR' | 'MESSAGES_PER_COUNTRY_PER_HOUR'
>;

/** Of what may be sent in an hour strangers have so much beside it. */
const strangersShare = 0.5;

const rulesOf = (config: BudgetsConfig) => {
  const [perHour, perCountryPerHour] = [config.MESSAGES_PER_HOUR, config.MESSAGES_PER_COUNTRY_PER_HOUR];
  const ofStrangers = (limit: number) => Math.ceil(limit * strangersShare);
  return {
    ...codeRules(config.CODES_PER_ADDRESS_PER_DAY),
    ...spendRules({ perHour, perCountryPerHour }),
    ...spendRules(
      { perHour: ofStrangers(perHour), perCountryPerHour: ofStrangers(perCountryPerHour) },
      'message.spend.stranger',
    ),
  };
};

export type CodeLedgerRules = ReturnType<typeof rulesOf>;

export const createCodeLedger = (config: BudgetsConfig, clock: Clock, onSpent: OnSpent | undefined) =>
  createAbuseLedger({ rules: rulesOf(config), key: deriveKey(config.CODE_KEY, 'budget'), clock, onSpent });
