import { givenId, type Id } from '@bindery/kernel';

const prefix = 'operation_';

/**
 * Our number of an agreement (`external_agreement_no`: letters and digits, 32 at most): made of the operation that asks for it, so that asking
 * again is about the same agreement.
 */
export const toAgreementNumber = (operationId: Id<'operation'>): string => operationId.slice(prefix.length);

/** The operation that a number of ours was made of; for any other text one that there is not. */
export const toOperationId = (agreementNumber: string): Id<'operation'> =>
  givenId('operation', `${prefix}${agreementNumber}`);
