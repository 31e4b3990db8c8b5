import type { Id } from '@bindery/kernel';
import type { Effect } from '../effects';
import { hasOwnHolds } from '../holds';
import type { BindingState } from '../state';
import { transition, type Transition } from '../transition';
import type { Trigger } from '../triggers/trigger';
import { diverged, operation, operationNamed, pending, synced, unknown } from './sample-states';
import { fittingTrigger, trigger } from './sample-triggers';
import type { Message, SimulatedProvider } from './simulated-provider';

export interface Step {
  readonly from: BindingState | null;
  readonly trigger: Trigger;
  readonly taken: Transition;
}

/** The least a service does around the machine: saves the state, obeys the effects, asks instead of guessing. */
export class SimulatedService {
  state: BindingState | null = null;
  readonly steps: Step[] = [];
  readonly cases: string[] = [];
  fees = 0;
  /** The next request gets lost on its way. */
  losesNextRequest = false;
  private ids = 0;

  constructor(private readonly provider: SimulatedProvider) {}

  nextId(): Id<'operation'> {
    return operationNamed(`operation-${++this.ids}`);
  }

  /** Whether the trigger was accepted. */
  apply(next: Trigger): boolean {
    const result = transition(this.state, next);
    if (!result.ok) return false;
    this.steps.push({ from: this.state, trigger: next, taken: result.value });
    this.state = result.value.to;
    for (const effect of result.value.effects) this.obey(effect);
    return true;
  }

  onMessage({ operationId, kind, verdict }: Message): boolean {
    const about = { operationId, operationKind: kind };
    if (verdict === 'CONFIRMED') return this.apply(trigger('ProviderConfirmed', 'PROVIDER', about));
    if (verdict === 'WANTS_ACTIVATION') {
      const activation = operation('ACTIVATE', operationId);
      return this.apply(trigger('ProviderWantsActivation', 'PROVIDER', { operationId, activation }));
    }
    if (this.state?.phase === 'AWAITING_ACTIVATION')
      return this.state.sync.operation?.id === operationId && this.apply(trigger('Lapse', 'SYSTEM'));
    const stillThere = this.provider.card !== 'ABSENT';
    if (kind === 'UNBIND' && !stillThere) return this.apply(trigger('ProviderSaysAbsent', 'PROVIDER', { operationId }));
    return this.apply(trigger('ProviderRefused', 'PROVIDER', { ...about, stillThere }));
  }

  onTimeout(): void {
    const open = this.state?.sync.operation;
    if (open) this.apply(trigger('SyncChanged', 'SYSTEM', { sync: unknown(open), queried: false }));
  }

  /** What a timeout leads to: the provider's own answer, or the same request once more if it never arrived. */
  askAboutOperation(): void {
    const open = this.state?.sync.operation;
    if (open === undefined) return;
    const answer = this.provider.query(open.id);
    if (answer === undefined) this.apply(trigger('SyncChanged', 'SYSTEM', { sync: pending(open), queried: true }));
    else this.onMessage(answer);
  }

  /** Compares the views when nothing is in flight. */
  reconcile(): void {
    if (this.state === null || this.state.sync.operation !== undefined) return;
    const desired = desiredView(this.state);
    if (desired === undefined) return;
    const agreed = desired === this.provider.card;
    if (agreed && this.state.sync.state === 'IN_SYNC') return;
    this.apply(
      trigger('SyncChanged', 'SYSTEM', {
        sync: agreed ? synced : diverged(desired, this.provider.card),
        queried: true,
      }),
    );
  }

  private obey(effect: Effect): void {
    switch (effect.type) {
      case 'SendOperation':
        if (!this.losesNextRequest) this.provider.inbox.push(effect.operation);
        this.losesNextRequest = false;
        return;
      case 'RemoveAtProvider':
        return this.provider.remove();
      case 'ReapplyHolds':
        return this.tellOfHolds();
      case 'HealDivergence':
        return effect.how === 'ADOPT_THEIRS' ? this.adopt() : this.reapply();
      case 'OpenCase':
        this.cases.push(effect.about);
        return;
      case 'ChargeFee':
        this.fees++;
        return;
      default:
        return;
    }
  }

  private adopt(): void {
    this.apply(fittingTrigger(this.state, 'RemovedElsewhere', 'PROVIDER'));
  }

  private reapply(): void {
    if (this.state?.phase === 'UNBOUND') this.provider.remove();
    else this.tellOfHolds();
  }

  private tellOfHolds(): void {
    this.apply(
      trigger('SyncChanged', 'SYSTEM', { sync: pending(operation('SUSPEND', this.nextId())), queried: false }),
    );
  }
}

function desiredView({ phase, holds }: BindingState): string | undefined {
  if (phase === 'UNBOUND') return 'ABSENT';
  return phase === 'BOUND' ? (hasOwnHolds(holds) ? 'SUSPENDED' : 'ACTIVE') : undefined;
}
