import {
  phases,
  transitions,
  type BindingState,
  type Hold,
  type Phase,
  type TriggerType,
} from '@bindery/card-lifecycle';
import { eventTypes } from '@bindery/event-contracts';
import { factOf } from './binding-change.rules';

const hold: Hold = { owner: 'HOLDER', reason: 'SUSPENDED_BY_HOLDER', since: '2026-01-01T00:00:00.000Z' };
const state = (phase: Phase, holds: Hold[] = []): BindingState => ({ phase, holds, sync: { state: 'IN_SYNC' } });

describe('factOf', () => {
  it('names a declared event for every step of the table', () => {
    const steps = transitions.flatMap(({ from, to, steps: ofRow }) =>
      ofRow.flatMap(({ on }) =>
        from.map((phase) => ({
          trigger: on as TriggerType,
          from: phase && state(phase),
          to: state(to === 'SAME' ? (phase ?? 'VERIFYING') : to),
        })),
      ),
    );
    expect(steps.length).toBeGreaterThan(phases.length);
    for (const step of steps) expect(eventTypes).toContain(`bindery.binding.${factOf(step)}.v1`);
  });

  it('calls a hold lifted only once it is: lifting may wait for the provider', () => {
    expect(factOf({ trigger: 'LiftHold', from: state('BOUND', [hold]), to: state('BOUND') })).toBe('hold-lifted');
    expect(factOf({ trigger: 'LiftHold', from: state('BOUND', [hold]), to: state('BOUND', [hold]) })).toBe(
      'sync-changed',
    );
    expect(factOf({ trigger: 'ProviderConfirmed', from: state('BOUND', [hold]), to: state('BOUND') })).toBe(
      'hold-lifted',
    );
  });

  it.each([
    ['BINDING', 'BOUND', 'bound'],
    ['AWAITING_ACTIVATION', 'BOUND', 'bound'],
    ['UNBINDING', 'UNBOUND', 'unbound'],
    ['RESTORING', 'BOUND', 'restored'],
  ] as const)('tells a confirmation in %s as %s → %s', (from, to, fact) =>
    expect(factOf({ trigger: 'ProviderConfirmed', from: state(from), to: state(to) })).toBe(fact),
  );

  it.each([
    ['AWAITING_ACTIVATION', 'SIGNING_LAPSED', 'lapsed'],
    ['AWAITING_ACTIVATION', 'PROVIDER_DECLINED', 'bind-refused'],
    ['RESTORING', 'PASS_NOT_ADDED', 'restore-refused'],
  ] as const)('tells in %s a refusal for %s as %s', (from, cause, fact) =>
    expect(factOf({ trigger: 'ProviderRefused', from: state(from), to: state('DECLINED'), cause })).toBe(fact),
  );

  it.each([
    ['BINDING', 'bind-refused'],
    ['UNBINDING', 'unbind-refused'],
    ['RESTORING', 'restore-refused'],
    ['BOUND', 'sync-changed'],
  ] as const)('tells a refusal in %s as %s', (from, fact) =>
    expect(factOf({ trigger: 'ProviderRefused', from: state(from), to: state(from) })).toBe(fact),
  );
});
