import { bindingFact } from './binding-fact';

export const bindingHeld = bindingFact('held', 'A hold was put; the card cannot be used.', {});
export const bindingHoldLifted = bindingFact('hold-lifted', 'The owner of a hold lifted it.', {});
