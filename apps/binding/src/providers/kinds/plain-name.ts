import type { Card } from '../../lifecycle';

/** What any card can be called: `Seaside Bank ·· 1111`, in every language. */
export const sayPlainName = ({ lastFour }: Card, provider: string): string => `${provider} ·· ${lastFour}`;
