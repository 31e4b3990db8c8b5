import { livePhases } from './phases';
import { play, refusalOf } from './testing/play';
import { bound, operation, operationNamed, pending, stateIn } from './testing/sample-states';
import { fittingTrigger, trigger } from './testing/sample-triggers';

const bindConfirmed = trigger('ProviderConfirmed', 'PROVIDER', {
  operationId: operationNamed('BIND-1'),
  operationKind: 'BIND',
});

describe('a message of the provider', () => {
  it.each(livePhases)('about an operation that is not open is stale in %s', (phase) => {
    for (const type of [
      'ProviderConfirmed',
      'ProviderRefused',
      'ProviderWantsActivation',
      'ProviderSaysAbsent',
    ] as const) {
      expect(refusalOf(stateIn(phase), trigger(type, 'PROVIDER', { operationId: operationNamed('long-ago') }))).toBe(
        'STALE_PROVIDER_MESSAGE',
      );
    }
  });

  it('that is repeated changes nothing the second time', () => {
    const once = play(stateIn('BINDING'), bindConfirmed).to;
    expect(refusalOf(once, bindConfirmed)).toBe('STALE_PROVIDER_MESSAGE');
  });

  it('that contradicts an earlier one is too late', () => {
    const once = play(stateIn('UNBINDING'), fittingTrigger(stateIn('UNBINDING'), 'ProviderConfirmed', 'PROVIDER')).to;
    const refusal = trigger('ProviderRefused', 'PROVIDER', {
      operationId: operationNamed('UNBIND-1'),
      operationKind: 'UNBIND',
    });
    expect(refusalOf(once, refusal)).toBe('STALE_PROVIDER_MESSAGE');
  });

  it('of an earlier life never ends a later one', () => {
    const secondLife = { ...stateIn('UNBINDING'), sync: pending(operation('UNBIND', 'UNBIND-2')) };
    const firstLife = { operationId: operationNamed('UNBIND-1'), operationKind: 'UNBIND' } as const;
    expect(refusalOf(secondLife, trigger('ProviderConfirmed', 'PROVIDER', firstLife))).toBe('STALE_PROVIDER_MESSAGE');
    expect(refusalOf(secondLife, trigger('ProviderSaysAbsent', 'PROVIDER', firstLife))).toBe('STALE_PROVIDER_MESSAGE');
  });

  it('names the right operation but another kind: it is not believed', () => {
    const wrongKind = trigger('ProviderConfirmed', 'PROVIDER', {
      operationId: operationNamed('UNBIND-1'),
      operationKind: 'RESTORE',
    });
    expect(refusalOf(stateIn('UNBINDING'), wrongKind)).toBe('STALE_PROVIDER_MESSAGE');
  });

  it('may confirm an activation by the id of the bind, where the provider knows no other', () => {
    const wants = trigger('ProviderWantsActivation', 'PROVIDER', {
      operationId: operationNamed('BIND-1'),
      activation: operation('ACTIVATE', 'BIND-1'),
    });
    const waiting = play(stateIn('BINDING'), wants).to;
    expect(refusalOf(waiting, wants)).toBe('STALE_PROVIDER_MESSAGE');
    expect(play(waiting, bindConfirmed).to).toEqual(bound());
  });
});
