import { bindingFact } from './binding-fact';

export const bindingSyncChanged = bindingFact(
  'sync-changed',
  'Our view and that of the provider came apart or together.',
  {},
);
