import { field, nothing, type Id, type Way } from '@bindery/kernel';

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
  'OPEN_EXPORTS',
  'CONTACT_SUPPORT',
] as const;
export type ActionKind = (typeof actionKinds)[number];

/** What stands behind each action, besides its page in an app. One by which nothing can be done cannot be told. */
export const actionWays = {
  OPEN_WALLET: field('viewer'),
  OPEN_CARD: field('card'),
  CONFIRM_IT_WAS_YOU: field('answerWasThisYou'),
  RESTORE_CARD: nothing(
    'it is true for a while only; the card, which is opened instead, has it as next step while it is',
  ),
  REBIND_CARD: nothing('it is true until the card is bound; the card is opened instead'),
  REVIEW_DEVICES: field('viewer', 'endSession', 'endOtherSessions'),
  RESET_PASSWORD: field('resetPassword'),
  READ_CONSENTS: field('viewer', 'withdrawConsent'),
  OPEN_EXPORTS: field('viewer', 'createUsageExportLink'),
  CONTACT_SUPPORT: { by: 'PAGE', setting: 'SUPPORT_URL' },
} as const satisfies Readonly<Record<ActionKind, Way>>;

/** The actions that something stands behind. */
export type OfferedAction = {
  [Kind in ActionKind]: (typeof actionWays)[Kind] extends { readonly by: 'NOTHING' } ? never : Kind;
}[ActionKind];

/** What a notification is about, as far as its fact names it. */
export interface Subject {
  readonly cardId: Id<'card'> | null;
  readonly bindingId: Id<'binding'> | null;
}

/** Where actions lead: into the wallet app, whose address has no slash at its end, and to support, where there is a way. */
export interface ActionPlaces {
  readonly walletUrl: string;
  readonly supportUrl: string | null;
}

/** Places in the wallet app; `cardId` is there for all actions on a card. */
const paths: Record<Exclude<OfferedAction, 'CONTACT_SUPPORT'>, (subject: Subject) => string> = {
  OPEN_WALLET: () => '/',
  OPEN_CARD: ({ cardId }) => (cardId ? `/cards/${cardId}` : '/'),
  CONFIRM_IT_WAS_YOU: ({ cardId }) => (cardId ? `/cards/${cardId}/was-it-you` : '/'),
  REVIEW_DEVICES: () => '/devices',
  RESET_PASSWORD: () => '/password',
  READ_CONSENTS: () => '/consents',
  OPEN_EXPORTS: () => '/exports',
};

/** What is offered instead of what older notifications promised, or what has no way here. */
const instead = (action: ActionKind, { cardId, bindingId }: Subject, supportUrl: string | null): OfferedAction => {
  // The answer is about a binding.
  if (action === 'CONFIRM_IT_WAS_YOU' && bindingId === null) return 'OPEN_CARD';
  if (action === 'RESTORE_CARD' || action === 'REBIND_CARD') return 'OPEN_CARD';
  if (action === 'CONTACT_SUPPORT' && supportUrl === null) return cardId ? 'OPEN_CARD' : 'OPEN_WALLET';
  return action;
};

/** An action that can be done, and where. */
export function toAction(
  action: ActionKind,
  subject: Subject,
  { walletUrl, supportUrl }: ActionPlaces,
): { readonly kind: OfferedAction; readonly url: string } {
  const kind = instead(action, subject, supportUrl);
  return { kind, url: kind === 'CONTACT_SUPPORT' ? (supportUrl ?? walletUrl) : walletUrl + paths[kind](subject) };
}
