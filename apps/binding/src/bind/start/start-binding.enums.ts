import { enumOf } from '@bindery/subgraph';
import { cardKinds } from '../../providers';

/** Every no that a kind of card has words for, and the one of the account. */
export const bindingRefusals = [
  'ACCOUNT_LOCKED',
  ...new Set(cardKinds.flatMap(({ entry }) => Object.keys(entry?.refusals ?? {}))),
];

export const BindingRefusalEnum = enumOf(
  'BindingRefusalCode',
  'Why a card cannot be bound.',
  bindingRefusals,
  Object.fromEntries(
    bindingRefusals.map((code) => [
      code,
      cardKinds.map(({ entry }) => entry?.refusals[code]?.say('en')).find(Boolean) ?? 'The account is locked.',
    ]),
  ),
);
