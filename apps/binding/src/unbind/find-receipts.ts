import { In, type DataSource } from 'typeorm';
import type { Receipt } from './receipt.rules';
import { ReceiptRow } from './receipt.entity';

/** The receipts of these ids, in no order. */
export type FindReceipts = (ids: readonly string[]) => Promise<Receipt[]>;

export const createFindReceipts =
  (dataSource: DataSource): FindReceipts =>
  (ids) =>
    dataSource.manager.findBy(ReceiptRow, { id: In([...ids]) });
