import type { DataSource } from 'typeorm';
import type { Challenge } from '../domain/challenge';
import type { Factor } from '../domain/factor';
import { listAlternatives } from '../persistence/list-alternatives';

/** Other factors by which the same could be proved. */
export type GetAlternatives = (challenge: Pick<Challenge, 'accountId' | 'factor'>) => Promise<Factor[]>;

export const createGetAlternatives =
  (dataSource: DataSource): GetAlternatives =>
  ({ accountId, factor }) =>
    listAlternatives(dataSource.manager, accountId, factor);
