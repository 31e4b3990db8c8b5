import { parseId, type Id } from '@bindery/kernel';

const prefix = 'operation_';

/**
 * The merchant's number of a contract: what an operation's id has of its own, digits and letters, 26 of the 32 that there may be. The same operation
 * has the same one, and a number that was signed once can never be signed again, so that a repetition makes no second contract.
 */
export const contractCodeOf = (operationId: Id<'operation'>): string => operationId.slice(prefix.length);

/** The operation that signed it; undefined for a number that is none of ours. */
export const operationOf = (contractCode: string): Id<'operation'> | undefined =>
  parseId('operation', `${prefix}${contractCode}`);
