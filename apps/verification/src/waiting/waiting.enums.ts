import { enumOf } from '@bindery/subgraph';

const waitingKinds = [
  'CODE',
  'CONFIRMATION',
  'ACTIVATION',
  'CARD',
  'DOCUMENT',
  'REVIEW',
  'DISPUTE',
  'RESTORE',
  'WAS_THIS_YOU',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

const successionKinds = ['REPLACEMENT', 'MOVE'] as const;
export type WaitingSuccession = (typeof successionKinds)[number];

/** Others that events may tell of are not shown. */
export const isWaitingSuccession = (kind: string | null): kind is WaitingSuccession =>
  successionKinds.some((known) => known === kind);

export const WaitingSuccessionEnum = enumOf(
  'WaitingSuccession',
  'As what a binding takes the place of another once it is bound.',
  successionKinds,
  { REPLACEMENT: 'As a new card instead of an old one.', MOVE: 'As the same card on another device.' },
);

export const WaitingKindEnum = enumOf('WaitingKind', 'What is waited for.', waitingKinds, {
  CODE: 'A code that was sent to you.',
  CONFIRMATION: 'Your proof that you want a binding that you started.',
  ACTIVATION: 'A step of yours at the provider.',
  CARD: 'A card that moves to another device, to be entered there.',
  DOCUMENT: 'A document of yours, to be stated for a reviewer.',
  REVIEW: 'A reviewer’s decision; nothing of yours.',
  DISPUTE: 'A decision about what you disputed; nothing of yours.',
  WAS_THIS_YOU: 'Your word whether it was you who took a card off elsewhere.',
  RESTORE: 'Your proof, by which a card comes back that was taken off without you.',
});
