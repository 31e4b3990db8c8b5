import { In, type DataSource } from 'typeorm';
import type { Card } from '../domain/card';
import { CardRow } from '../persistence/card.entity';

/** The cards of these ids that there are, in no order. */
export type FindCards = (ids: readonly string[]) => Promise<Card[]>;

export const createFindCards =
  (dataSource: DataSource): FindCards =>
  (ids) =>
    dataSource.manager.findBy(CardRow, { id: In([...ids]) });
