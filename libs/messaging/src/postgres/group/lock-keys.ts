import { createHash } from 'node:crypto';

/** A name as the first half of a two-part advisory lock: 31 bits, so that it reads the same as an oid in pg_locks. */
export const lockClass = (name: string): number => createHash('sha256').update(name).digest().readUInt32BE() >>> 1;

export const membershipLock = (group: string, topic: string): number => lockClass(`member of ${group} on ${topic}`);

export const ownershipLock = (group: string, topic: string): number => lockClass(`owner for ${group} on ${topic}`);
