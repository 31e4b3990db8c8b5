import type { IncomingMessage, Subscription } from './transport';

interface Progress {
  /** Asked before each message: those not begun come again elsewhere. */
  readonly stopped: () => boolean;
  /** Told of the last message handled; all before it are too. */
  readonly onHandled: (message: IncomingMessage) => void;
}

/** Handles messages of one partition together if that works, else one after the other. Rejects with what one of them rejects with. */
export async function handleInOrder(
  messages: readonly IncomingMessage[],
  { handle, handleTogether }: Subscription,
  { stopped, onHandled }: Progress,
): Promise<void> {
  const last = messages.at(-1);
  if (handleTogether && last && messages.length > 1 && (await handleTogether(messages))) return onHandled(last);
  for (const message of messages) {
    if (stopped()) return;
    await handle(message);
    onHandled(message);
  }
}
