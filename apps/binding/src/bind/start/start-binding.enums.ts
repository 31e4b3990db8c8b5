import { enumOf } from '@bindery/subgraph';
import { cardKinds } from '../../providers';

/** What is refused whatever the kind of card. */
const ownRefusals = {
  ACCOUNT_LOCKED: 'The account is locked.',
  CARD_REPORTED_LOST: 'The card is reported lost.',
  DEVICE_REPORTED_LOST: 'The device is reported lost.',
  DEVICE_NOT_TAKEN: 'Cards of the provider cannot be on a device like this one.',
  LOAN_RUNNING:
    'It was to move to this device, and a loan of it is not paid back that its lender does not let go along.',
  CARD_HELD: 'Our own people hold the card: for a security check or a legal duty.',
} as const;
export type OwnRefusal = keyof typeof ownRefusals;
export const isOwnRefusal = (reason: string): reason is OwnRefusal => Object.hasOwn(ownRefusals, reason);

/** Every no that a kind of card has words for, and our own. */
export const bindingRefusals = [
  ...Object.keys(ownRefusals),
  ...new Set(cardKinds.flatMap(({ entry }) => Object.keys(entry?.refusals ?? {}))),
];

export const BindingRefusalEnum = enumOf(
  'BindingRefusalCode',
  'Why a card cannot be bound.',
  bindingRefusals,
  Object.fromEntries(
    bindingRefusals.map((code) => [
      code,
      isOwnRefusal(code)
        ? ownRefusals[code]
        : (cardKinds.map(({ entry }) => entry?.refusals[code]?.say('en')).find(Boolean) ?? code),
    ]),
  ),
);
