import type { Money } from '@bindery/values';
import type { InBothLanguages } from '@bindery/localisation';
import type { Use } from '../providers/kinds';
import type { Spoiling } from './fault-mode';

/** What a provider tells the platform without being asked. */
export type WebhookBody =
  | {
      readonly type: 'operation.confirmed' | 'operation.refused' | 'operation.activation_required';
      readonly operationId: string;
      readonly credentialReference?: string;
      readonly cause?: string;
      readonly activation?: object;
    }
  | {
      readonly type: 'credential.removed' | 'credential.suspended' | 'credential.resumed';
      readonly credentialReference: string;
    }
  | {
      readonly type: 'credential.propagation';
      readonly credentialReference: string;
      readonly readers: readonly object[];
    }
  | {
      readonly type: 'credential.updated';
      readonly credentialReference: string;
      readonly token: string;
      readonly lastFour: string;
      readonly expiresOn: string;
    }
  | {
      readonly type: 'loan.changed';
      readonly loanNumber: string;
      readonly outstanding: Money;
      readonly nextRepaymentOn: string | null;
      readonly at: string;
    }
  | {
      readonly type: 'usage.recorded';
      readonly usageId: string;
      readonly credentialReference: string;
      readonly kind: Use;
      readonly place: InBothLanguages;
      /** The door’s reader, where it was one. */
      readonly readerId?: string;
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
  /** What is wrong with its first try; the next are as they should be. */
  readonly spoiling?: Spoiling;
  /** Sent as a webhook of its own when this one was taken. */
  readonly then?: WebhookBody;
}
