import type { Actor } from './actors';

/** Whose reason it is that a binding may not be used. VALIDITY: the card expired; DOCUMENT: the ID document did. */
export const holdOwners = [
  'HOLDER',
  'DEVICE_LOST',
  'PROVIDER',
  'RISK',
  'COMPLIANCE',
  'VALIDITY',
  'DOCUMENT',
  'ACCOUNT',
  'DISPUTE',
] as const;

export type HoldOwner = (typeof holdOwners)[number];

/** What tells one hold from another: the same owner may hold for several reasons, each lifted on its own. */
export interface HoldKey {
  readonly owner: HoldOwner;
  readonly reason: string;
}

export interface Hold extends HoldKey {
  /** ISO 8601, UTC. */
  readonly since: string;
}

/** Who speaks for an owner, both to lay its holds and to lift them. Nobody else can do either. */
export const voicesOf = {
  HOLDER: ['HOLDER'],
  DEVICE_LOST: ['HOLDER', 'SYSTEM'],
  PROVIDER: ['PROVIDER'],
  RISK: ['RISK'],
  COMPLIANCE: ['COMPLIANCE'],
  VALIDITY: ['SYSTEM'],
  DOCUMENT: ['SYSTEM'],
  ACCOUNT: ['SYSTEM'],
  DISPUTE: ['SYSTEM'],
} as const satisfies Record<HoldOwner, readonly Actor[]>;

/** The binding should never have been, and is being taken off: by a decision, which nobody lifts. */
export const revokedHold = { owner: 'DISPUTE', reason: 'REVOKED' } as const satisfies HoldKey;

export function speaksFor(actor: Actor, owner: HoldOwner): boolean {
  return (voicesOf[owner] as readonly Actor[]).includes(actor);
}

export function isSameHold(one: HoldKey, other: HoldKey): boolean {
  return one.owner === other.owner && one.reason === other.reason;
}

/** A PROVIDER hold is the provider's own doing: it is never told of one being laid or lifted. */
export function isOurs(hold: { readonly owner: HoldOwner }): boolean {
  return hold.owner !== 'PROVIDER';
}

export function hasOwnHolds(holds: readonly Hold[]): boolean {
  return holds.some(isOurs);
}
