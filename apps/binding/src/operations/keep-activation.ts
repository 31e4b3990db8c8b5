import type { EntityManager } from 'typeorm';
import type { Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { ProviderProfile } from '../catalogue';
import { boundActivation, type Activation } from '../providers';
import { findOperation, saveActivation } from './operation.repository';

/** Keeps what the holder has to do, where a provider said so in an answer. */
export type KeepActivation = (operationId: Id<'operation'>, activation: Activation | undefined) => Promise<void>;
/** The same, within a transaction that does more. */
export type KeepActivationIn = (
  tx: EntityManager,
  operation: { readonly id: Id<'operation'>; readonly provider: string },
  activation: Activation | undefined,
) => Promise<void>;

type Profiles = ReadonlyMap<string, Pick<ProviderProfile, 'style'>>;

/** The one way in for what a provider says, by whatever way it says it: of no other kinds than its style has. */
export const createKeepActivationIn =
  (profiles: Profiles): KeepActivationIn =>
  async (tx, { id, provider }, activation) => {
    const style = profiles.get(provider)?.style;
    const bound = style && activation && boundActivation(style, activation);
    if (bound) await saveActivation(tx, id, bound);
  };

export function createKeepActivation({
  unitOfWork,
  profiles,
}: {
  readonly unitOfWork: UnitOfWork;
  readonly profiles: Profiles;
}): KeepActivation {
  const keepIn = createKeepActivationIn(profiles);
  return async (operationId, activation) => {
    if (!activation) return;
    await unitOfWork.run(async (tx) => {
      const operation = await findOperation(tx, operationId);
      if (operation) await keepIn(tx, operation, activation);
    });
  };
}
