import { Counter } from 'prom-client';
import type { Metrics } from '@bindery/service';
import type { ProviderMessage } from '../../providers';
import type { MessageOutcome } from '../message-outcome';

/** Counts what became of provider messages; the stale ones tell of a provider that repeats or contradicts itself. */
export function createCountOutcomes(metrics: Metrics) {
  const counter = new Counter({
    name: 'binding_provider_messages_total',
    help: 'Messages of providers by what became of them',
    labelNames: ['provider', 'type', 'outcome'],
    registers: [metrics],
  });
  return ({ provider, type }: ProviderMessage, outcome: MessageOutcome): void =>
    counter.inc({ provider, type, outcome });
}
