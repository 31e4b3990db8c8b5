import { In, type DataSource } from 'typeorm';
import type { Card } from '../lifecycle/card.rules';
import { CardRow } from '../lifecycle/card.entity';

/** The cards of these ids that there are, in no order. */
export type FindCards = (ids: readonly string[]) => Promise<Card[]>;

export const createFindCards =
  (dataSource: DataSource): FindCards =>
  (ids) =>
    dataSource.manager.findBy(CardRow, { id: In([...ids]) });
