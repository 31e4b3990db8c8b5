import type { DataSource } from 'typeorm';
import type { Challenge } from '../challenges/challenge.rules';
import type { Factor } from './registry';
import { listAlternatives } from './list-alternatives';

/** Other factors by which the same could be proved. */
export type GetAlternatives = (challenge: Pick<Challenge, 'accountId' | 'factor'>) => Promise<Factor[]>;

export const createGetAlternatives =
  (dataSource: DataSource): GetAlternatives =>
  ({ accountId, factor }) =>
    listAlternatives(dataSource.manager, accountId, factor);
