import { id } from '../fields';
import { bindingFact } from './binding-fact';

export const bindingHeld = bindingFact('held', 'A hold was put; the card cannot be used.', {});
export const bindingHoldLifted = bindingFact('hold-lifted', 'The owner of a hold lifted it.', {});
export const bindingRetired = bindingFact('retired', 'The time to restore is over; this binding is history.', {});
export const bindingReplaced = bindingFact('replaced', 'A successor took the place of this binding.', {
  successorBindingId: id('binding', 'the successor').optional(),
});
export const bindingRevoked = bindingFact(
  'revoked',
  'The binding should never have been; it is taken off without a plan.',
  {},
);
export const bindingSyncChanged = bindingFact(
  'sync-changed',
  'Our view and that of the provider came apart or together.',
  {},
);
