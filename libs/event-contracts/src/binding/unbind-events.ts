import { id, keyword, line, moment, money } from '../fields';
import { bindingFact } from './binding-fact';

const cause = keyword('why, e.g. PENDING_PAYMENT');
const operationId = id('operation', 'the operation at the provider');
const receiptId = id('receipt', 'the receipt given to the holder');
const restorableUntil = moment('until when the holder can undo it; absent if not at all').optional();

export const bindingUnbindRequested = bindingFact(
  'unbind-requested',
  'The holder takes the card off; it cannot be used from this moment.',
  {
    planDigest: line(128, 'digest of the plan that was shown and agreed to').optional(),
    proofId: id('proof', 'the proof that was used up').optional(),
    operationId,
  },
);
export const bindingUnbound = bindingFact('unbound', 'The provider confirmed that the card is off.', {
  receiptId,
  feeCharged: money('fee charged; absent if none').optional(),
  restorableUntil,
});
export const bindingUnbindRefused = bindingFact(
  'unbind-refused',
  'The provider refused to take the card off; it is bound as before.',
  { cause },
);
export const bindingRemovedElsewhere = bindingFact(
  'removed-elsewhere',
  'The card was taken off at the provider or on the device.',
  {
    restorableUntil,
    answerBy: moment('until when the holder can say that it was not them').optional(),
  },
);
export const bindingRestoreRequested = bindingFact('restore-requested', 'The holder undoes an unbind.', {
  proofId: id('proof', 'the proof that was used up').optional(),
  operationId,
});
export const bindingReinstated = bindingFact('reinstated', 'A dispute was upheld; the unbind is undone.', {});
export const bindingRestored = bindingFact('restored', 'The provider confirmed; the card is bound again.', {});
export const bindingRestoreRefused = bindingFact(
  'restore-refused',
  'The provider refused to restore; only a new binding helps.',
  { cause },
);
