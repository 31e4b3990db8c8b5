import type { Id } from '@bindery/kernel';
import type { OperationKind, OperationRef } from '../sync';

export type Verdict = 'CONFIRMED' | 'REFUSED' | 'WANTS_ACTIVATION';

export interface Message {
  readonly operationId: Id<'operation'>;
  readonly kind: OperationKind;
  readonly verdict: Verdict;
}

/** How the card stands after an operation that is not refused. */
const after = { BIND: 'ACTIVE', SUSPEND: 'SUSPENDED', RESUME: 'ACTIVE', UNBIND: 'ABSENT', RESTORE: 'ACTIVE' } as const;

/**
 * The other side, with the truth about one card. It acts once per operation id, in whatever order requests arrive, and says
 * so in messages that the test may deliver late, twice, in any order or never; now and then it also says the opposite.
 */
export class SimulatedProvider {
  card: 'ACTIVE' | 'SUSPENDED' | 'ABSENT' = 'ABSENT';
  readonly inbox: OperationRef[] = [];
  readonly outbox: Message[] = [];
  private readonly answers = new Map<string, Message>();

  /** Handles one of the requests that arrived, not necessarily the oldest. */
  handle(pick: number, wish: Verdict): void {
    const [operation] = this.inbox.splice(pick % Math.max(1, this.inbox.length), 1);
    if (operation === undefined) return;
    const answer = this.answers.get(operation.id) ?? this.act(operation, wish);
    this.answers.set(operation.id, answer);
    this.outbox.push(answer);
  }

  /** The holder did what the provider waited for. */
  activate(): void {
    const waiting = [...this.answers.values()].find(({ verdict }) => verdict === 'WANTS_ACTIVATION');
    if (waiting === undefined) return;
    this.card = 'ACTIVE';
    this.answer(waiting, 'CONFIRMED');
  }

  /** Claims the opposite of something it said before. */
  contradict(pick: number): void {
    const said = [...this.answers.values()];
    const message = said[pick % Math.max(1, said.length)];
    if (message) this.outbox.push({ ...message, verdict: message.verdict === 'REFUSED' ? 'CONFIRMED' : 'REFUSED' });
  }

  /** The true answer to an operation; undefined if it was never received. */
  query(operationId: Id<'operation'>): Message | undefined {
    return this.answers.get(operationId);
  }

  /** Taken off out of band, or by our order to leave nothing behind; what waits for activation is void. */
  remove(): void {
    this.card = 'ABSENT';
    for (const message of this.answers.values())
      if (message.verdict === 'WANTS_ACTIVATION') this.answer(message, 'REFUSED');
  }

  private act({ id, kind }: OperationRef, wish: Verdict): Message {
    const needsCard = kind === 'SUSPEND' || kind === 'RESUME';
    const verdict =
      needsCard && this.card === 'ABSENT'
        ? 'REFUSED'
        : wish === 'WANTS_ACTIVATION' && kind !== 'BIND'
          ? 'CONFIRMED'
          : wish;
    if (verdict === 'CONFIRMED' && kind !== 'ACTIVATE') this.card = after[kind];
    return { operationId: id, kind, verdict };
  }

  private answer(message: Message, verdict: Verdict): void {
    const answer = { ...message, verdict };
    this.answers.set(message.operationId, answer);
    this.outbox.push(answer);
  }
}
