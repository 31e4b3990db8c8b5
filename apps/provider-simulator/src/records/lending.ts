import { z } from 'zod';
import { money } from './credential';

const reference = z.string().min(1).max(100);

const consent = z.object({ consentId: reference, purpose: z.string().max(64), version: z.string().max(32) });

/** A loan as it is asked for; all of it has to be the lender's own offer. */
const loan = z.object({
  offerNumber: reference,
  principal: money,
  annualRateBps: z.int(),
  months: z.int(),
  monthly: money,
  total: money,
  firstRepaymentOn: z.iso.date(),
  termsVersion: z.string().max(32),
  consents: z.array(consent).max(20),
});

/** What a lender is asked for beside holding an account. */
export const lendingRequest = z
  .object({
    requestId: reference,
    kind: z.enum(['GIVE_CONSENT', 'WITHDRAW_CONSENT', 'OPEN_LOAN', 'REVOKE_LOAN', 'MOVE_ACCOUNT']),
    credentialReference: reference,
    toCredentialReference: reference.optional(),
    consent: consent.optional(),
    loan: loan.optional(),
    loanNumber: reference.optional(),
  })
  .refine(
    ({ kind, consent: given, loan: asked, loanNumber, toCredentialReference }) =>
      ({
        GIVE_CONSENT: given !== undefined,
        WITHDRAW_CONSENT: given !== undefined,
        OPEN_LOAN: asked !== undefined,
        REVOKE_LOAN: loanNumber !== undefined,
        MOVE_ACCOUNT: toCredentialReference !== undefined,
      })[kind],
    { message: 'what it is about is missing' },
  );
export type LendingRequest = z.infer<typeof lendingRequest>;

export type LendingStanding =
  | { readonly requestId: string; readonly status: 'PENDING' }
  | {
      readonly requestId: string;
      readonly status: 'CONFIRMED';
      readonly loanNumber?: string;
      readonly refunded?: z.infer<typeof money>;
    }
  | { readonly requestId: string; readonly status: 'REFUSED'; readonly cause: string };

/** A request as its lender remembers it. */
export interface LendingEntry {
  readonly provider: string;
  /** As it was asked; the same id with anything else is refused. */
  readonly asked: string;
  readonly standing: LendingStanding;
  readonly request: LendingRequest;
  /** Milliseconds since the epoch; absent when it is settled, or never will be. */
  readonly settleAt?: number;
  readonly refuse?: boolean;
}

/** What somebody allowed, by purpose. Once taken back it stays so, whatever comes late. */
export interface KnownConsent {
  readonly provider: string;
  readonly consentId: string;
  readonly credentialReference: string;
  readonly purpose: string;
  readonly withdrawn: boolean;
}

export interface OfferedLoan extends Omit<z.infer<typeof loan>, 'termsVersion' | 'consents'> {
  /** ISO 8601. */
  readonly until: string;
}

export interface KnownOffer extends OfferedLoan {
  readonly provider: string;
  readonly credentialReference: string;
  readonly taken: boolean;
}

export interface KnownLoan extends OfferedLoan {
  readonly provider: string;
  readonly credentialReference: string;
  readonly loanNumber: string;
  readonly status: 'RUNNING' | 'SETTLED' | 'REVOKED';
  readonly outstanding: z.infer<typeof money>;
  readonly nextRepaymentOn: string | null;
  /** What was paid back so far. */
  readonly repaid: number;
}
