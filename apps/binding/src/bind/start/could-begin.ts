import type { EntityManager } from 'typeorm';
import type { Viewer } from '@bindery/trust';
import type { Catalogue } from '../../catalogue';
import type { Binding, FactBook } from '../../lifecycle';
import { limitReached } from './limit-reached';
import { refuseBeginning } from './refuse-beginning';

/** Whether the card of a binding that is off could be bound again on its device, for all that is known before its number is entered, and its slot is free. */
export type CouldBegin = (tx: EntityManager, viewer: Viewer, binding: Binding) => Promise<boolean>;

interface CouldBeginDeps {
  readonly facts: FactBook;
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
}

export function createCouldBegin({ facts, catalogue }: CouldBeginDeps): CouldBegin {
  return async (tx, viewer, { accountId, deviceId, provider }) => {
    if (viewer.accountId !== accountId) return false;
    if (await refuseBeginning(tx, facts, viewer, deviceId)) return false;
    return (await limitReached(tx, accountId, deviceId, catalogue.profileOf(provider))) === null;
  };
}
