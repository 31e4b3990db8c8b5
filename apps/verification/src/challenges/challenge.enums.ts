import { registerEnumType } from 'type-graphql';
import { phases, type Phase } from '@bindery/card-lifecycle';
import { challengeStates, deliveryStates, type ChallengeState, type DeliveryState } from './challenge.rules';
import { factors, type Factor } from '../factors/registry';
import { challengeActions, type ChallengeAction } from './start/purpose.rules';

const namesOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Each in Name]: Each };

const describe = <Name extends string>(descriptions: Record<Name, string>) =>
  Object.fromEntries(
    Object.entries<string>(descriptions).map(([name, description]) => [name, { description }]),
  ) as Record<Name, { description: string }>;

export const ProofActionEnum = namesOf(challengeActions);
registerEnumType(ProofActionEnum, {
  name: 'ProofAction',
  description: 'What a proof allows, once.',
  valuesConfig: describe<ChallengeAction>({
    REGISTER: 'Open an account with a phone number; for somebody not signed in.',
    RESET_PASSWORD: 'Set a new password; for somebody not signed in.',
    BIND: 'Confirm a binding that was started.',
    UNBIND: 'Take a card off, as in one plan.',
    RESTORE: 'Put a card that was taken off back.',
  }),
});

export const FactorEnum = namesOf(factors);
registerEnumType(FactorEnum, {
  name: 'Factor',
  description: 'A way to prove that it is you.',
  valuesConfig: describe<Factor>({
    SMS_CODE: 'Six digits sent to a confirmed phone.',
    EMAIL_CODE: 'Six digits sent to a confirmed mailbox; offered once mailboxes can be confirmed.',
  }),
});

export const ChallengeStateEnum = namesOf(challengeStates);
registerEnumType(ChallengeStateEnum, {
  name: 'ChallengeState',
  description: 'How a challenge stands.',
  valuesConfig: describe<ChallengeState>({
    PENDING: 'Waits for its code.',
    ANSWERED: 'Answered rightly; its proof was given.',
    EXHAUSTED: 'Answered wrongly too often; over.',
    EXPIRED: 'Not answered in time, or a newer one took its place; over.',
  }),
});

export const DeliveryStateEnum = namesOf(deliveryStates);
registerEnumType(DeliveryStateEnum, {
  name: 'ChallengeDeliveryState',
  description: 'Where the newest message with the code is, as the carrier says.',
  valuesConfig: describe<DeliveryState>({
    QUEUED: 'About to be handed to the carrier.',
    ACCEPTED: 'The carrier has it.',
    DELIVERED: 'The carrier says that it arrived.',
    FAILED: 'It cannot be delivered; send it again or use another factor.',
  }),
});

export const BindingPhaseEnum = namesOf(phases);
registerEnumType(BindingPhaseEnum, {
  name: 'BindingPhase',
  description: 'What a binding waits for.',
  valuesConfig: describe<Phase>({
    VERIFYING: 'Proofs, data or documents of the holder.',
    IN_REVIEW: 'A human decision.',
    BINDING: "The provider's answer to bind.",
    AWAITING_ACTIVATION: "The provider's own step, e.g. an invitation to accept.",
    BOUND: 'Nothing.',
    UNBINDING: "The provider's answer to unbind; unusable from the first moment.",
    UNBOUND: 'The end of the restore window.',
    RESTORING: "The provider's answer to restore.",
    DECLINED: 'Nothing: never bound, over.',
    REPLACED: 'Nothing: another binding took its place, over.',
    RETIRED: 'Nothing: taken off for good, over.',
  }),
});
