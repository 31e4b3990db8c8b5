import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { peopleOnly } from '../../http/people-only';
import type { StyledCompany, StyleWorld } from '../style';

const secret = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/);

/** What a company that signs by Standard Webhooks shares with the platform. */
export const keys = z.strictObject({ secret });
export type SecretKeys = z.infer<typeof keys>;

const changeOrder = z.strictObject({ next: secret.optional() });

const ordered = new WeakMap<StyledCompany<SecretKeys>, string>();

/** What is good now, the newest first: while a secret is changed, two, and what it posts is signed by both. */
export function secretsOf(company: StyledCompany<SecretKeys>): readonly string[] {
  const next = ordered.get(company);
  return next === undefined ? [company.keys.secret] : [next, company.keys.secret];
}

/** `PUT /secret-change`, for people and tests: `next` is good too from now on; without it only the first one is, as after a restart. */
export function registerSecretChange(
  app: FastifyInstance,
  company: StyledCompany<SecretKeys>,
  { peopleHosts }: StyleWorld,
): void {
  app.put('/secret-change', { onRequest: peopleOnly(peopleHosts) }, async (request) => {
    const { next } = changeOrder.parse(request.body);
    if (next === undefined) ordered.delete(company);
    else ordered.set(company, next);
    return { secrets: secretsOf(company).length };
  });
}
