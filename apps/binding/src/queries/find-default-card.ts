import type { DataSource } from 'typeorm';
import { readWallet } from '../persistence/wallet.repository';

/** The id of the card that pays by default; null when none can. */
export type FindDefaultCard = (accountId: string) => Promise<string | null>;

export const createFindDefaultCard =
  (dataSource: DataSource): FindDefaultCard =>
  async (accountId) =>
    (await readWallet(dataSource.manager, accountId)).defaultCardId;
