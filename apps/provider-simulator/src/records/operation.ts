import { z } from 'zod';
import { money } from './credential';
import type { FaultMode } from './fault-mode';
import { operationKinds } from './operation-kind';

const reference = z.string().min(1).max(100);

/** A request to change a credential: BIND names the token, every other kind the credential. */
export const operationRequest = z
  .object({
    operationId: reference,
    kind: z.enum(operationKinds),
    token: reference.nullish().transform((value) => value ?? undefined),
    credentialReference: reference.nullish().transform((value) => value ?? undefined),
    /** The mandate or pending payment that it is about. */
    obligationId: z.string().min(1).max(200).optional(),
    /** What is paid, or paid out: exactly that. */
    amount: money.optional(),
    /** Where a mandate moves to. */
    toCredentialReference: reference.optional(),
    /** The credential that a bind follows, of the same account as a rule: what the provider has go along goes over. */
    followsCredentialReference: reference.optional(),
    callbackUrl: z.url({ protocol: /^https?$/ }).max(500),
  })
  .refine(({ kind, token, credentialReference }) => (kind === 'BIND' ? token : credentialReference) !== undefined, {
    message: 'BIND needs a token, every other kind a credentialReference',
  });
export type OperationRequest = z.infer<typeof operationRequest>;

/** Why a provider says no. */
export type RefusalCause =
  | 'TOKEN_UNKNOWN'
  | 'CREDENTIAL_UNKNOWN'
  | 'CREDENTIAL_NOT_ACTIVE'
  | 'RESTORE_NOT_OFFERED'
  | 'RESTORE_WINDOW_OVER'
  | 'SUSPEND_NOT_OFFERED'
  | 'PROVIDER_DECLINED'
  | 'CODE_USED_UP'
  | 'OBLIGATION_UNKNOWN'
  | 'AMOUNT_DIFFERS'
  | 'TARGET_NOT_ABLE';

export interface OperationStanding {
  readonly operationId: string;
  readonly status: 'PENDING' | 'CONFIRMED' | 'REFUSED' | 'ACTIVATION_REQUIRED';
  readonly credentialReference?: string;
  readonly cause?: RefusalCause;
  /** What the holder has to do, where they do it with the platform. */
  readonly activation?: { readonly steps: readonly { readonly kind: 'ENTER_CODE'; readonly sentTo: string | null }[] };
}

export interface OperationAnswer {
  readonly statusCode: 200 | 202;
  readonly body: OperationStanding;
}

/** An operation as its provider remembers it. */
export interface Operation {
  readonly provider: string;
  readonly request: OperationRequest;
  readonly standing: OperationStanding;
  /** What the first request was answered; a repeated one is answered the same. */
  readonly answer: OperationAnswer;
  /** The fault that was ordered for it. */
  readonly fault?: FaultMode;
  /** Milliseconds since the epoch; absent when it is settled, or never will be. */
  readonly settleAt?: number;
}

/** Operations are known per provider: the id is the caller's choice. */
export const operationKey = (provider: string, operationId: string): string => `${provider}/${operationId}`;
