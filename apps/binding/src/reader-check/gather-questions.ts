import DataLoader from 'dataloader';

interface GatherOptions {
  /** Statements on their way at once. What comes meanwhile is gathered for the next one. */
  readonly atOnce: number;
  /** Questions of one statement at most. */
  readonly questionsMax: number;
}

/**
 * Asks for many what would be asked one by one: all that came in one turn of the event loop go together, and while statements are on their way the rest waits for
 * the next. Nothing is kept: each question is looked up after it came. Where `find` throws, all that it was asked for fail alike. `find`
 * answers in the order of the questions.
 */
export function gatherQuestions<Question, Answer>(
  find: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  { atOnce, questionsMax }: GatherOptions,
): (question: Question) => Promise<Answer> {
  let onTheirWay = 0;
  const waiting: (() => void)[] = [];
  const loader = new DataLoader(
    async (questions: readonly Question[]) => {
      try {
        return await find(questions);
      } finally {
        onTheirWay -= 1;
        begin(waiting.shift());
      }
    },
    {
      cache: false,
      maxBatchSize: questionsMax,
      batchScheduleFn: (send) => (onTheirWay < atOnce ? begin(() => setImmediate(send)) : void waiting.push(send)),
    },
  );
  function begin(send: (() => void) | undefined): void {
    if (!send) return;
    onTheirWay += 1;
    send();
  }
  return (question) => loader.load(question);
}
