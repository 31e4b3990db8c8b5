import type { Money } from '@bindery/values';
import type { InBothLanguages } from '@bindery/localisation';
import type { Use } from '../providers/kinds';

/** What a provider tells the platform without being asked. */
export type WebhookBody =
  | {
      readonly type: 'operation.confirmed' | 'operation.refused' | 'operation.activation_required';
      readonly operationId: string;
      readonly credentialReference?: string;
      readonly cause?: string;
    }
  | { readonly type: 'credential.removed'; readonly credentialReference: string }
  | {
      readonly type: 'usage.recorded';
      readonly usageId: string;
      readonly credentialReference: string;
      readonly kind: Use;
      readonly place: InBothLanguages;
      readonly amount?: Money;
      readonly at: string;
    };

/** A webhook that has not been taken yet. `id` stays the same on each retry, so that the receiver can tell. */
export interface OutgoingWebhook {
  readonly id: string;
  readonly provider: string;
  readonly url: string;
  readonly body: string;
  readonly attempts: number;
  /** Milliseconds since the epoch. */
  readonly nextAt: number;
  readonly gaveUp: boolean;
}
