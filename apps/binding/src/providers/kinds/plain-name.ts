import type { Card } from '../../lifecycle';

const isNumber = (lastFour: string): boolean => /^\d{4}$/.test(lastFour);

/** An account by what is kept of it: of a number its end, `·· 8000`, of a name or an address its end as a mask, `***iwei`, as it is no number that ends so. */
export const sayAccount = ({ lastFour }: Pick<Card, 'lastFour'>): string =>
  isNumber(lastFour) ? `·· ${lastFour}` : `***${lastFour}`;

/** What an account can be called: `WeChat Pay ***iwei`. */
export const sayAccountName = (card: Card, provider: string): string => `${provider} ${sayAccount(card)}`;

/** What any card can be called: `Seaside Bank ·· 1111`, in every language. */
export const sayPlainName = ({ lastFour }: Card, provider: string): string => `${provider} ·· ${lastFour}`;
