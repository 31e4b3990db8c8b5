import { readMajor } from '@bindery/values';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z, ZodError } from 'zod';
import type { Clock } from '@bindery/kernel';
import type { SandboxClock } from '../clock/sandbox-clock';
import { invite } from '../codes/codes.route';
import { holdCredential, type HoldDeps } from '../credentials/hold-credential';
import { removeCredential } from '../credentials/remove-credential';
import { faultKinds } from '../faults/fault';
import type { FaultOrders } from '../faults/fault-orders';
import type { Settlement } from '../operations/settle-operation';
import { setReaderOnline } from '../readers/propagation';
import { payAtTerminal, tapDoor } from '../usage/door-and-terminal';
import { paymentRequest } from '../usage/usage.route';
import type { UseDeps } from '../usage/use-credential';
import { fieldOf, type Notice, type NoticeKind } from './notice';
import type { PeoplePage } from './people-page';

export interface PageDeps extends UseDeps, Pick<HoldDeps, 'companies'> {
  readonly faults: FaultOrders;
  readonly settlement: Settlement;
  readonly clock: Clock;
  /** Undefined where time cannot be moved. */
  readonly sandboxClock: SandboxClock | undefined;
  /** Where people do something at a company outside. */
  readonly peoplePages: () => readonly PeoplePage[];
}

type Form = Readonly<Record<string, string>>;
type Outcome = NoticeKind | Partial<Notice>;

const faultName = z.object({ provider: z.string(), kind: z.enum(faultKinds).optional() });

/** What the page's forms do. Each ends in a redirect to the page, so that a reload repeats nothing. */
export function registerPageActions(app: FastifyInstance, deps: PageDeps): void {
  const actions: Record<string, (form: Form) => Promise<Outcome>> = {
    '/page/taps': async ({ doorId = '', credentialReference = '' }) => {
      const tapped = await tapDoor(deps, doorId, credentialReference);
      if (!tapped.ok) return 'GONE';
      return { notice: tapped.value.good ? 'DOOR_OPENED' : 'DOOR_SHUT', reason: tapped.value.reason };
    },
    '/page/payments': async ({ credentialReference, amount = '', currency = '', merchant }) => {
      const payment = paymentRequest.parse({
        credentialReference,
        amount: readMajor(amount.trim(), currency),
        merchant,
      });
      const { good, reason } = await payAtTerminal(deps, payment);
      return { notice: good ? 'PAID' : 'NOT_PAID', reason };
    },
    '/page/removals': async ({ provider = '', credentialReference = '' }) =>
      removeCredential(deps, provider, credentialReference).ok ? 'REMOVED' : 'GONE',
    '/page/holds': async ({ provider = '', credentialReference = '', held = '' }) => {
      const changed = holdCredential(deps, provider, credentialReference, held !== '');
      if (!changed.ok) return changed.error.kind === 'CREDENTIAL_UNKNOWN' ? 'GONE' : changed.error.kind;
      return held ? 'HELD' : 'RELEASED';
    },
    '/page/invitations': async ({ place = '', memberNumber = '' }) => {
      const [code = '', site] = place.split(' ');
      const company = deps.providers.get(code);
      if (!company) return 'GONE';
      const invited = invite(deps, company, { site, memberNumber });
      return invited.ok ? 'INVITED' : invited.error.kind === 'MEMBER_UNKNOWN' ? 'MEMBER_UNKNOWN' : 'INVITES_NOBODY';
    },
    '/page/readers': async ({ provider = '', reader = '', online = '' }) =>
      setReaderOnline(deps, provider, reader, online !== '') ? 'READER_SET' : 'GONE',
    '/page/activations': async ({ provider = '', operationId = '' }) =>
      deps.settlement.activate(provider, operationId) ? 'ACTIVATED' : 'GONE',
    '/page/clock': async ({ advance = '' }) => {
      const moved = await deps.sandboxClock?.move({ advance });
      if (!moved) return 'GONE';
      if (!moved.ok) return moved.error.kind;
      return moved.value.behind.length > 0 ? 'CLOCK_NOT_FOLLOWED' : 'CLOCK_MOVED';
    },
    '/page/faults': async ({ provider, kind, mode, times, delayMs }) => {
      deps.faults.order({
        provider,
        kind: kind || undefined,
        mode,
        times: toNumber(times),
        delayMs: toNumber(delayMs),
      });
      return 'FAULT_ORDERED';
    },
    '/page/faults/cancel': async ({ provider, kind }) => {
      const named = faultName.parse({ provider, kind: kind || undefined });
      deps.faults.cancel(named.provider, named.kind);
      return 'FAULT_CANCELLED';
    },
  };

  app.register(async (page) => {
    page.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    for (const [path, action] of Object.entries(actions)) {
      page.post(path, async (request, reply) => {
        const form = (request.body ?? {}) as Form;
        return showOutcome(reply, form.lang, await action(form).catch(toNotice));
      });
    }
  });
}

function toNotice(error: unknown): Partial<Notice> {
  if (error instanceof ZodError) return { notice: 'FORM_INVALID', field: fieldOf(error) };
  throw error;
}

function showOutcome(reply: FastifyReply, lang: string | undefined, outcome: Outcome): FastifyReply {
  const notice = typeof outcome === 'string' ? { notice: outcome } : outcome;
  const told = Object.entries(notice).filter(([, value]) => value !== undefined);
  return reply.redirect(`/?${new URLSearchParams([['lang', lang ?? ''], ...told])}#notice`, 303);
}

const toNumber = (text: string | undefined): number | undefined => (text ? Number(text) : undefined);
