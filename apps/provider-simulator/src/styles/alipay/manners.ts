import { z } from 'zod';
import type { StyledCompany } from '../style';
import type { AlipayKeys } from './keys';

/** How Alipay writes and signs, until it is told otherwise; forgotten by a restart, as faults are. */
export interface Manners {
  readonly charset: 'utf-8' | 'GBK';
  /** Which of its keys signs. */
  readonly key: number;
}

export const mannersOrder = z.strictObject({
  charset: z.enum(['utf-8', 'GBK']).default('utf-8'),
  key: z.int().min(0).max(2).default(0),
});

const ordered = new WeakMap<StyledCompany<AlipayKeys>, Manners>();

export const mannersOf = (company: StyledCompany<AlipayKeys>): Manners =>
  ordered.get(company) ?? { charset: 'utf-8', key: 0 };

export const orderManners = (company: StyledCompany<AlipayKeys>, manners: Manners): void =>
  void ordered.set(company, manners);

/** The key that signs now. */
export function signingKey(company: StyledCompany<AlipayKeys>): string {
  const { alipayPrivateKeys } = company.keys;
  return alipayPrivateKeys[mannersOf(company).key] ?? alipayPrivateKeys[0] ?? '';
}
