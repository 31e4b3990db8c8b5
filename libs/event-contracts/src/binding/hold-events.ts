import { z } from 'zod';
import { bindingFact } from './binding-fact';
import { holdOwners } from './binding-state';

export const bindingHeld = bindingFact('held', 'A hold was put; the card cannot be used.', {});
export const bindingHoldLifted = bindingFact('hold-lifted', 'The owner of a hold lifted it.', {
  owners: z
    .array(z.enum(holdOwners))
    .describe(
      'who had put what was lifted, whoever pulled the trigger: where a provider has to agree, that is the provider',
    )
    .optional(),
});
