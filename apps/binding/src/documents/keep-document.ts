import type { Clock } from '@bindery/kernel';
import { dayOf } from '@bindery/values';
import type { EntityManager } from 'typeorm';
import { documentGraceOf, type ProviderProfile } from '../catalogue';
import { prepareOperation, type LockedBinding, type Transitions } from '../lifecycle';
import { documentExpired, dueDocumentHold } from './document.rules';
import { findDocument } from './documents.repository';

/** Holds a binding whose document's days are over, and lets it go when it was renewed. Does nothing where it is as it should be. */
export type KeepDocument = (tx: EntityManager, locked: LockedBinding) => Promise<void>;

interface KeepDocumentDeps {
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** Whose day counts: those documents are of the mainland, or used there. */
export const documentZone = 'Asia/Shanghai';

export function createKeepDocument({ transitions, profiles, clock }: KeepDocumentDeps): KeepDocument {
  return async (tx, locked) => {
    const { binding } = locked;
    const profile = profiles.get(binding.provider);
    const document = await findDocument(tx, binding.id);
    if (!profile || !document) return;
    const now = clock.now();
    const due = dueDocumentHold(binding, document.expiresOn, documentGraceOf(profile), dayOf(now, documentZone));
    if (!due) return;
    const isNative = profile.suspend.mode === 'NATIVE';
    const key = { owner: 'DOCUMENT', reason: documentExpired } as const;
    const trigger =
      due === 'ADD'
        ? ({
            type: 'AddHold',
            actor: 'SYSTEM',
            hold: { ...key, since: now.toISOString() },
            ...(isNative && { operation: prepareOperation('SUSPEND', profile, now) }),
          } as const)
        : ({
            type: 'LiftHold',
            actor: 'SYSTEM',
            ...key,
            ...(isNative && { operation: prepareOperation('RESUME', profile, now) }),
          } as const);
    // What the provider cannot be told of now, the next scan tries again.
    await transitions.take(tx, locked, trigger, { channel: 'TIMER', reason: documentExpired });
  };
}
