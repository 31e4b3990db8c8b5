import { z } from 'zod';
import { bindingFact } from './binding-fact';

export const bindingSyncChanged = bindingFact(
  'sync-changed',
  'Our view and that of the provider came apart or together.',
  {
    overdue: z
      .boolean()
      .describe('true once, when the operation has no answer by its deadline: people look into it from now on')
      .optional(),
  },
);
