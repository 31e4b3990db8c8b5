import type { Money } from '@bindery/values';
import { z } from 'zod';

/** A card on a device, as its provider knows it. ABSENT: it was there once and is no more. */
export interface Credential {
  readonly credentialReference: string;
  readonly provider: string;
  readonly token: string;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'ABSENT';
  readonly boundAt: string;
  readonly removedAt?: string;
  /** The provider itself has suspended it, whatever the platform asked for. */
  readonly heldByProvider?: boolean;
}

export const money = z.object({ value: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) }) satisfies z.ZodType<Money>;

const listLimit = 50;
const text = z.string().min(1).max(200);

/** What a holder still has or owes at the provider. */
export const obligations = z.object({
  balance: money.nullable(),
  pending: z.array(z.object({ id: text, amount: money, text })).max(listLimit),
  mandates: z
    .array(z.object({ id: text, merchant: text, amount: money.optional(), nextOn: z.iso.date().optional() }))
    .max(listLimit),
});
export type Obligations = z.infer<typeof obligations>;

export const noObligations: Obligations = { balance: null, pending: [], mandates: [] };
