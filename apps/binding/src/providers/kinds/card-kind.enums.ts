import { enumOf } from '@bindery/subgraph';
import { cardKindCodes, cardKinds, type CardKindCode } from '.';

const words = Object.fromEntries(cardKinds.map(({ code, description }) => [code, description])) as Record<
  CardKindCode,
  string
>;

/** Made of the kinds there are. */
export const CardKindEnum = enumOf<CardKindCode>('CardKind', 'What kind of card it is.', cardKindCodes, words);
