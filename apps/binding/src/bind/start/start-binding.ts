import type { Id, Result } from '@bindery/kernel';
import type { StartBindingError } from './start-binding.errors';
import type { StartCard, StartCardCommand } from './start-card';

interface StartBindingCommand extends StartCardCommand {
  /** The earlier binding that it comes after, if its holder says so. */
  readonly previousBindingId: Id<'binding'> | null;
}

export type StartBinding = (
  command: StartBindingCommand,
) => Promise<Result<{ readonly bindingId: Id<'binding'> }, StartBindingError>>;

/** Begins to bind a card, one that was bound before too. */
export const createStartBinding =
  (startCard: StartCard): StartBinding =>
  ({ previousBindingId, ...command }) =>
    startCard(command, {
      operation: 'startBinding',
      // Left out where it is not given, so that a request is the same as it was before there was such a field.
      request: previousBindingId === null ? {} : { previousBindingId },
      follows: previousBindingId === null ? null : { bindingId: previousBindingId, isBound: false },
    });
