import type { Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Activation } from '../providers';
import { saveActivation } from './operation.repository';

/** Keeps what the holder has to do, where a provider said so in an answer. */
export type KeepActivation = (operationId: Id<'operation'>, activation: Activation | undefined) => Promise<void>;

export const createKeepActivation =
  ({ unitOfWork }: { readonly unitOfWork: UnitOfWork }): KeepActivation =>
  async (operationId, activation) => {
    if (activation) await unitOfWork.run((tx) => saveActivation(tx, operationId, activation));
  };
