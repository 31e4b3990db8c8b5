import { createContext, Script } from 'node:vm';

const script = new Script('work()');
const context = createContext({ work: undefined });

/** What the work answers. Throws when it takes longer; it is broken off wherever it is, even in a loop. */
export function breakOffAfter<Answer>(ms: number, work: () => Answer): Answer {
  context.work = work;
  return script.runInContext(context, { timeout: ms }) as Answer;
}
