import { enumOf } from '@bindery/subgraph';

const waitingKinds = ['CODE', 'CONFIRMATION', 'ACTIVATION'] as const;
export type WaitingKind = (typeof waitingKinds)[number];

export const WaitingKindEnum = enumOf('WaitingKind', 'What is waited for.', waitingKinds, {
  CODE: 'A code that was sent to you.',
  CONFIRMATION: 'Your proof that you want a binding that you started.',
  ACTIVATION: 'A step of yours at the provider.',
});
