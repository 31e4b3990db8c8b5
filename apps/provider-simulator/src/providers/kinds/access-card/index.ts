import { err, ok } from '@bindery/kernel';
import { z } from 'zod';
import { inBothLanguages } from '@bindery/localisation';
import type { Behaviour, CardKind, Site } from '../card-kind';

const textInBoth = inBothLanguages(z.string());

const request = z.object({ site: z.string().max(100), memberNumber: z.string().max(100) });

const site = z.strictObject({
  code: z.string(),
  name: textInBoth,
  members: z.strictObject({ prefix: z.string(), from: z.int(), to: z.int() }),
  invites: z.boolean().default(false),
  doors: z.array(z.strictObject({ id: z.string(), name: textInBoth, offline: z.boolean().default(false) })),
}) satisfies z.ZodType<Site>;
const facts = z.strictObject({ sites: z.array(site) });

/** Given for a site's member number, with the doors that it opens. */
export const accessCard: CardKind = {
  code: 'ACCESS_CARD',
  simulated: facts.transform(toBehaviour),
};

function toBehaviour({ sites }: z.infer<typeof facts>): Behaviour {
  return {
    handIn(asked) {
      const { site: siteCode, memberNumber } = request.parse(asked);
      const place = sites.find(({ code }) => code === siteCode);
      if (!place) return err({ kind: 'SITE_UNKNOWN' });
      if (!isMember(place, memberNumber)) return err({ kind: 'MEMBER_UNKNOWN' });
      const { code, name, invites } = place;
      const doors = place.doors.map((door) => ({ id: door.id, name: door.name }));
      const lastFour = memberNumber.slice(-4);
      return ok({
        identity: `${code} ${memberNumber}`,
        card: { lastFour, site: code, needsActivation: invites, ...(invites && { activatedBy: 'INVITATION' }) },
        told: { lastFour, site: { code, name }, doors },
      });
    },
    uses: ['DOOR_OPENED'],
    sites,
  };
}

function isMember({ members }: Site, memberNumber: string): boolean {
  const digits = memberNumber.slice(members.prefix.length);
  if (!memberNumber.startsWith(members.prefix) || !/^\d{4}$/.test(digits)) return false;
  return Number(digits) >= members.from && Number(digits) <= members.to;
}
