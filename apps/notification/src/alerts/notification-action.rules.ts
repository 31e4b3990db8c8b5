import type { Id } from '@bindery/kernel';
/** What the reader can do about a notification with one tap. */
export const actionKinds = [
  'OPEN_WALLET',
  'OPEN_CARD',
  'CONFIRM_IT_WAS_YOU',
  'RESTORE_CARD',
  'REBIND_CARD',
  'REVIEW_DEVICES',
  'RESET_PASSWORD',
  'READ_CONSENTS',
] as const;
export type ActionKind = (typeof actionKinds)[number];

/** What a notification is about, as far as its fact names it. */
export interface Subject {
  readonly cardId: Id<'card'> | null;
  readonly bindingId: Id<'binding'> | null;
}

/** Places in the wallet app; `cardId` is there for all actions on a card. */
const paths: Record<ActionKind, (subject: Subject) => string> = {
  OPEN_WALLET: () => '/',
  OPEN_CARD: ({ cardId }) => (cardId ? `/cards/${cardId}` : '/'),
  CONFIRM_IT_WAS_YOU: ({ bindingId }) => (bindingId ? `/bindings/${bindingId}/was-this-you` : '/'),
  RESTORE_CARD: ({ bindingId }) => (bindingId ? `/bindings/${bindingId}/restore` : '/'),
  REBIND_CARD: ({ bindingId }) => (bindingId ? `/bindings/${bindingId}/rebind` : '/'),
  REVIEW_DEVICES: () => '/devices',
  RESET_PASSWORD: () => '/password',
  READ_CONSENTS: () => '/consents',
};

/** Where in the wallet app an action is done; `walletUrl` has no slash at its end. */
export const toActionUrl = (action: ActionKind, subject: Subject, walletUrl: string): string =>
  walletUrl + paths[action](subject);
