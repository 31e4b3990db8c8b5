import { parseJson } from '@bindery/kernel';

/** What a pass is issued with; kept as the token of its card until the binding is over for good. */
export interface PassCard {
  /** As its holder wants to be called on it. */
  readonly holderName: string;
  readonly number: string;
}

/** Nobody outside has a name for a pass that is not issued yet: the card's own details are its token. */
export const toPassToken = ({ holderName, number }: PassCard): string =>
  `pass-card.${Buffer.from(JSON.stringify({ holderName, number })).toString('base64url')}`;

export function readPassToken(token: string): PassCard | undefined {
  const [, encoded] = /^pass-card\.([A-Za-z0-9_-]+)$/.exec(token) ?? [];
  const card = encoded === undefined ? undefined : parseJson(Buffer.from(encoded, 'base64url').toString('utf8'));
  const { holderName, number } = Object(card) as Partial<PassCard>;
  return typeof holderName === 'string' && typeof number === 'string' ? { holderName, number } : undefined;
}
