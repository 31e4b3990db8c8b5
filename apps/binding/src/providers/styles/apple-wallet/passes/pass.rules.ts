/** VALID shows its code; SUSPENDED shows none and says so; VOIDED never comes back. */
export type PassStanding = 'VALID' | 'SUSPENDED' | 'VOIDED';

/** A pass of ours and how it is now. */
export interface Pass {
  /** Names the pass between a device and us. Not the code it shows: addresses of requests have it in them. */
  readonly serialNumber: string;
  readonly provider: string;
  readonly passType: string;
  /** What the code says and readers ask by; random, and tells nothing of anybody. */
  readonly credentialReference: string;
  /** The bind or restore that asked for it. */
  readonly operationId: string;
  /** As its holder wants to be called on it; empty once it is void. */
  readonly holderName: string;
  readonly number: string;
  /** Names the secret that its authentication token is derived with, which must stay the same for as long as the pass is on a device. */
  readonly tokenKey: string;
  readonly standing: PassStanding;
  /** Its first update tag. */
  readonly issuedTag: string;
  /** Of its last change. */
  readonly updateTag: string;
  readonly issuedAt: Date;
  /** When the first device had it; null while nobody has added it. */
  readonly addedAt: Date | null;
  /** Whole seconds, later with every change: what a device has is told by it. */
  readonly modifiedAt: Date;
}

export interface Registration {
  readonly deviceLibraryId: string;
  readonly serialNumber: string;
  /** For APNs only; a secret. */
  readonly pushToken: string;
  readonly registeredAt: Date;
}

/** What can be asked of a pass that is there. */
export type PassRequest = 'SUSPEND' | 'RESUME' | 'UNBIND';

/** What a request makes of a pass, or why it is refused. */
export function decideStanding(
  request: PassRequest,
  { standing }: Pick<Pass, 'standing'>,
): { readonly standing: PassStanding } | { readonly refused: 'CREDENTIAL_UNKNOWN' } {
  if (request === 'UNBIND') return { standing: 'VOIDED' };
  if (standing === 'VOIDED') return { refused: 'CREDENTIAL_UNKNOWN' };
  return { standing: request === 'SUSPEND' ? 'SUSPENDED' : 'VALID' };
}

const second = 1_000;

/**
 * When a pass counts as changed: HTTP dates have whole seconds (RFC 9110, 5.6.7), so that a second change within one would pass for the first.
 */
export function nextModifiedAt(now: Date, last?: Date): Date {
  const whole = Math.floor(now.getTime() / second) * second;
  return new Date(last ? Math.max(whole, last.getTime() + second) : whole);
}

/** Whether a device that has the pass of `since`, an HTTP date, has the newest. What is no date is not known. */
export function isUnmodifiedSince(modifiedAt: Date, since: string | undefined): boolean {
  const at = since === undefined ? Number.NaN : Date.parse(since);
  return at >= modifiedAt.getTime();
}

const dayMs = 24 * 60 * 60_000;

/** Whether nobody added the pass in time. */
export const hasLapsed = (
  { addedAt, issuedAt }: Pick<Pass, 'addedAt' | 'issuedAt'>,
  now: Date,
  days: number,
): boolean => addedAt === null && now.getTime() >= issuedAt.getTime() + days * dayMs;
