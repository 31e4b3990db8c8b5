import { err, type Clock } from '@bindery/kernel';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { FaultOrders } from '../faults/fault-orders';
import { answer, give, giveUnder, refusal } from '../http/answers';
import type { Holds } from '../http/holds';
import type { Settlement } from '../operations/settle-operation';
import { operationKey } from '../records/operation';
import { giveToken } from '../tokens/give-token';
import type { Providers } from '../providers/provider';
import type { SimulatorState } from '../state/simulator-state';
import { answerCode } from './answer-code';
import { inviteMember, sendBankCode } from './issue-code';

interface CodeDeps {
  readonly state: SimulatorState;
  readonly settlement: Settlement;
  readonly faults: FaultOrders;
  readonly holds: Holds;
  readonly clock: Clock;
}

const codeParams = z.object({ id: z.string().max(100) });
const codeRequest = z.object({ code: z.string().min(1).max(64) });

/** What the platform hands on: the code that its holder has typed. */
export function registerCodeRoutes(app: FastifyInstance, deps: CodeDeps): void {
  const { faults, holds } = deps;
  app.post('/operations/:id/code', async (request, reply) => {
    const { provider } = request;
    if (!provider) return give(reply, refusal(404, 'PROVIDER_UNKNOWN'));
    const { id } = codeParams.parse(request.params);
    const { code } = codeRequest.parse(request.body);
    return giveUnder(faults.take(provider.code, 'CODE'), holds, reply, () => {
      const taken = answerCode(deps, provider.code, id, code);
      if (taken.ok) return answer(200, taken.value);
      const { kind, attemptsLeft } = taken.error;
      return { statusCode: 422, body: { code: kind, message: kind, attemptsLeft } };
    });
  });
}

const placeParams = z.object({ provider: z.string() });
const resendParams = z.object({ provider: z.string(), id: z.string().max(100) });

/** What is done at the site’s desk and in the bank’s app; not signed, because no company sends it. */
export function registerCodeCounterRoutes(
  app: FastifyInstance,
  { state, clock, providers }: Pick<CodeDeps, 'state' | 'clock'> & { readonly providers: Providers },
): void {
  app.post('/providers/:provider/invitations', async (request, reply) => {
    const provider = providers.get(placeParams.parse(request.params).provider);
    if (!provider) return give(reply, refusal(404, 'PROVIDER_UNKNOWN'));
    const invited = invite({ state, clock }, provider, request.body);
    return give(reply, invited.ok ? answer(201, invited.value) : refusal(422, invited.error.kind));
  });

  app.post('/providers/:provider/operations/:id/code-resend', async (request, reply) => {
    const { provider: code, id } = resendParams.parse(request.params);
    const sent = resend({ state, clock, providers }, code, id);
    return give(reply, sent ? answer(200, sent) : refusal(404, 'CODE_NOT_AWAITED'));
  });
}

const memberRequest = z.object({ site: z.string().max(100) });

/** The administrator of a site invites a member, by the number that the site knows them by. */
export function invite(
  { state, clock }: Pick<CodeDeps, 'state' | 'clock'>,
  provider: Parameters<typeof giveToken>[1],
  member: unknown,
) {
  const { site } = memberRequest.parse(member);
  // A code that nobody asks for would be handed out in vain.
  if (!provider.sites.some(({ code, invites }) => invites && code === site))
    return err({ kind: 'INVITES_NOBODY' } as const);
  const now = clock.now();
  const given = giveToken(state, provider, member, now);
  if (!given.ok) return given;
  const { code, expiresAt } = inviteMember(state, provider, (given.value as { token: string }).token, now);
  return { ok: true, value: { code, expiresAt } } as const;
}

/** Another code for an operation that waits for one; undefined for any other. */
export function resend(
  { state, clock, providers }: Pick<CodeDeps, 'state' | 'clock'> & { readonly providers: Providers },
  code: string,
  operationId: string,
): { readonly sentTo: string | null } | undefined {
  const operation = state.operations.get(operationKey(code, operationId));
  const provider = providers.get(code);
  const phone = state.cards.get(operation?.request.token ?? '')?.phone;
  if (!provider || !phone || operation?.standing.status !== 'ACTIVATION_REQUIRED') return undefined;
  const { sentTo } = sendBankCode(state, provider, operationId, phone, clock.now());
  return { sentTo };
}
