import { err, ok, type Result } from '@bindery/kernel';
import { z } from 'zod';
import type { AccessControl, InBothLanguages, Site } from '../providers/provider';
import type { SimulatorState } from '../state/simulator-state';
import { tokenOf } from './token-of';

export const memberRequest = z.object({ site: z.string().max(100), memberNumber: z.string().max(100) });

export interface MemberToken {
  readonly token: string;
  readonly lastFour: string;
  readonly site: { readonly code: string; readonly name: InBothLanguages };
  readonly doors: Site['doors'];
}

/** Takes a site's member number for a token and the doors it opens. */
export function tokeniseMember(
  state: SimulatorState,
  provider: AccessControl,
  { site: siteCode, memberNumber }: z.infer<typeof memberRequest>,
): Result<MemberToken, { kind: 'MEMBER_UNKNOWN' }> {
  const site = provider.sites.find(({ code }) => code === siteCode);
  if (!site || !isMember(site, memberNumber)) return err({ kind: 'MEMBER_UNKNOWN' });

  const token = tokenOf(state.tokenKey, provider.code, `${siteCode} ${memberNumber}`);
  const lastFour = memberNumber.slice(-4);
  state.cards.put(token, { token, provider: provider.code, lastFour, site: siteCode, needsActivation: false });
  return ok({ token, lastFour, site: { code: site.code, name: site.name }, doors: site.doors });
}

function isMember({ members }: Site, memberNumber: string): boolean {
  const digits = memberNumber.slice(members.prefix.length);
  if (!memberNumber.startsWith(members.prefix) || !/^\d{4}$/.test(digits)) return false;
  return Number(digits) >= members.from && Number(digits) <= members.to;
}
