import { z } from 'zod';
import { defineEvent } from '../define-event';
import { accountId, at, id, keyword, localised, slug } from '../fields';
import { hold, phase, status, sync } from './binding-state';

/** What every event about a binding tells: the transition, and the state after it in full. */
export const bindingFields = {
  bindingId: id('binding', 'the binding'),
  cardId: id('card', 'the card that is bound'),
  accountId,
  provider: slug('code of the provider'),
  providerName: localised('name of the provider, to be shown').optional(),
  kind: keyword('what kind of card it is, by its code; an open list, by which alone nobody decides anything'),
  kindName: localised('name of the kind, to be shown within a sentence: the …').optional(),
  deviceId: id('device', 'device it is bound on; absent where the provider works per account').optional(),
  actor: keyword('who pulled the trigger, e.g. HOLDER, PROVIDER, SYSTEM'),
  channel: keyword('by which way it came, e.g. WALLET_APP, PROVIDER_WEBHOOK, JOB'),
  reason: keyword('why, where a reason is given').optional(),
  trigger: z
    .string()
    .regex(/^[A-Z][A-Za-z]{2,63}$/)
    .describe('trigger of the card machine, e.g. RequestUnbind'),
  from: phase.nullable().describe('phase before; null for the start'),
  to: phase.describe('phase after'),
  status: status.describe('what a client shows, derived from phase, holds and sync'),
  holds: z.array(hold).describe('reasons for which it may not be used'),
  sync: sync.describe('agreement with the provider'),
  at,
};

/** `bindery.binding.<fact>.v1`: one event per transition, so the sequence has no gap. */
export const bindingFact = <const Fact extends string, Extra extends z.ZodRawShape>(
  fact: Fact,
  description: string,
  extra: Extra,
) =>
  defineEvent({
    type: `bindery.binding.${fact}.v1` as const,
    topic: 'bindery.binding',
    key: 'bindingId',
    description,
    data: z.object({ ...bindingFields, ...extra }),
  });
