import { id } from '../fields';
import { bindingFact } from './binding-fact';

export const bindingRetired = bindingFact('retired', 'The time to restore is over; this binding is history.', {});
export const bindingReplaced = bindingFact('replaced', 'A successor took the place of this binding.', {
  successorBindingId: id('binding', 'the successor').optional(),
});
export const bindingRevoked = bindingFact(
  'revoked',
  'The binding should never have been; it is taken off without a plan.',
  {},
);
