import { givenId } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { TellPlatform } from '../../connector-style';
import { findPass } from './passes/pass.repository';
import { countRegistrations } from './passes/registration.repository';

interface TellDeps {
  readonly db: EntityManager;
  readonly provider: string;
  readonly passType: string;
}

/** Says what devices did in the words of providers; looks first, since a device may have come back in between. */
export function createTell({ db, provider, passType }: TellDeps) {
  return {
    async added(serialNumber: string, tell: TellPlatform): Promise<void> {
      const pass = await findPass(db, { provider, passType, serialNumber });
      if (!pass?.addedAt) return;
      const { credentialReference } = pass;
      const operationId = givenId('operation', pass.operationId);
      await tell({ type: 'operation.confirmed', provider, operationId, credentialReference });
    },
    async removed(serialNumber: string, tell: TellPlatform): Promise<void> {
      const pass = await findPass(db, { provider, passType, serialNumber });
      if (!pass || (await countRegistrations(db, pass)) > 0) return;
      const { credentialReference } = pass;
      await tell({ type: 'credential.removed', provider, credentialReference });
    },
  };
}
