import { err, ok, type Result } from '@bindery/kernel';
import { operationKey, type Operation } from '../../records/operation';
import type { Provider } from '../../providers/provider';
import type { StyleWorld } from '../style';
import { readSession } from './sign-session';

export type SignFault = 'SESSION_UNKNOWN' | 'SESSION_OVER' | 'NOT_OPEN';

/** What a page of a session asks its holder to sign. */
export function findToSign(
  { state, clock }: StyleWorld,
  provider: Provider,
  session: string,
): Result<Operation, SignFault> {
  const read = readSession(state.tokenKey, session);
  const operation = read && state.operations.get(operationKey(provider.code, read.contractCode));
  if (!read || !operation) return err('SESSION_UNKNOWN');
  if (clock.now() >= read.until) return err('SESSION_OVER');
  return operation.standing.status === 'ACTIVATION_REQUIRED' ? ok(operation) : err('NOT_OPEN');
}

/** The holder signs; once, since there is nothing to sign afterwards. */
export function signContract(world: StyleWorld, provider: Provider, session: string): Result<void, SignFault> {
  const found = findToSign(world, provider, session);
  if (!found.ok) return found;
  const { operationId } = found.value.request;
  return world.settlement.activate(provider.code, operationId) ? ok(undefined) : err('NOT_OPEN');
}
