import type { OutgoingWebhook } from '../records/outgoing-webhook';
import type { SimulatorState } from '../state/simulator-state';

/** A webhook as it leaves. */
export interface NoticeRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** How a provider words and signs what it tells by itself, and by what it knows that the platform took it. */
export interface Notices {
  /** Made anew at each try, since signatures grow old, of what the provider remembers; undefined for what it never tells. */
  toRequest(
    webhook: OutgoingWebhook,
    at: Date,
    state: SimulatorState,
  ): NoticeRequest | undefined | Promise<NoticeRequest | undefined>;
  /** The same, signed with a key of a name that nobody was told; left out where keys have no names. */
  byUnknownKey?(webhook: OutgoingWebhook, at: Date, state: SimulatorState): Promise<NoticeRequest> | undefined;
  isTaken(status: number, body: string): boolean;
}
