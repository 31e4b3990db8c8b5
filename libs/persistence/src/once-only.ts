import type { EntityManager } from 'typeorm';
import type { Result } from '@bindery/kernel';
import { claimed, type OnceRefusal, type OnceRequest } from './once';

/** Services that still keep their own transaction around it; goes when the last of them uses `once`. */
export const onceOnly = <T, E>(
  tx: EntityManager,
  { key, ...request }: Omit<OnceRequest, 'idempotencyKey' | 'onRefusal'> & { readonly key: string },
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | Extract<OnceRefusal, { kind: 'IDEMPOTENCY_KEY_REUSED' }>>> =>
  claimed(tx, { ...request, idempotencyKey: key }, work) as never;
