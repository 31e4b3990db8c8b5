import { securityEvents, type SecurityAction } from './security-events';

/** What is the same, or nearly so, is told once in so long. */
export const tellEveryMs = 60_000;

/** Different events of a kind that are told in that time; of more only the number is. Somebody who makes up addresses or apps cannot fill a disk. */
export const differentMax = 50;

/** The same of events about an account: there are only as many as there are accounts, and none of them shall be hidden behind others. */
export const differentOfAccountsMax = 1_000;

/** An event to be written: `count` when it stands for so many since `since` that were not. */
export interface Repeated<Fields> {
  readonly action: SecurityAction;
  readonly fields: Fields;
  readonly count?: number;
  readonly since?: Date;
}

interface Held {
  readonly action: SecurityAction;
  readonly fields: Record<string, unknown>;
  count: number;
  since: Date;
}

/** Events are the same when they are of one kind and their `same` fields are; `own` ones are told of the first. */
export interface EventFields {
  readonly same: Record<string, unknown>;
  readonly own: Record<string, unknown>;
}

export function createRepeats(
  write: (event: Repeated<Record<string, unknown>>, at: Date) => void,
  now: () => Date,
): { tell(action: SecurityAction, fields: EventFields): void; flush(): void } {
  const held = new Map<string, Held>();
  const different = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const at = now();
    for (const { count, ...event } of held.values()) if (count > 0) write({ ...event, count }, at);
    held.clear();
    different.clear();
  }

  function hold(key: string, entry: Held): void {
    held.set(key, entry);
    timer ??= setTimeout(flush, tellEveryMs).unref();
  }

  return {
    flush,
    tell(action, { same, own }) {
      const isOfAccount = same['user.id'] !== undefined;
      const [kind, max] = isOfAccount ? [`${action} of accounts`, differentOfAccountsMax] : [action, differentMax];
      const [told, at] = [different.get(kind) ?? 0, now()];
      // Somebody has to look at each alert; what brings one about is bounded by other budgets.
      const isFull = told >= max && securityEvents[action].kind !== 'alert';
      const key = `${action} ${JSON.stringify(same)}`;
      const before = held.get(key) ?? (isFull ? held.get(kind) : undefined);
      if (before) {
        if (before.count === 0) before.since = at;
        before.count += 1;
        return;
      }
      // The rest of the minute's different ones: nothing is told of them but how many.
      if (isFull) return hold(kind, { action, fields: {}, count: 1, since: at });
      different.set(kind, told + 1);
      write({ action, fields: { ...same, ...own } }, at);
      hold(key, { action, fields: same, count: 0, since: at });
    },
  };
}
