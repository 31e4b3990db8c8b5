import { setImmediate as turn } from 'node:timers/promises';
import { gatherQuestions } from './gather-questions';

function setUp(limits = { atOnce: 2, questionsMax: 3 }) {
  const sent: { readonly questions: readonly string[]; readonly answer: (error?: Error) => void }[] = [];
  const ask = gatherQuestions<string, string>(
    (questions) =>
      new Promise((resolve, reject) =>
        sent.push({
          questions,
          answer: (error) => (error ? reject(error) : resolve(questions.map((question) => `${question}!`))),
        }),
      ),
    limits,
  );
  return { ask, sent, asked: () => sent.map(({ questions }) => questions) };
}

describe('gatherQuestions', () => {
  it('sends together what came in one turn, and answers each its own', async () => {
    const { ask, sent, asked } = setUp();
    const answers = Promise.all(['a', 'b', 'c'].map(ask));
    await turn();
    expect(asked()).toEqual([['a', 'b', 'c']]);
    sent[0]?.answer();
    expect(await answers).toEqual(['a!', 'b!', 'c!']);
  });

  it('waits with the rest while as many are on their way as may be, and sends no more at once than may be', async () => {
    const { ask, sent, asked } = setUp();
    const answers: Promise<string>[] = [];
    for (const question of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      answers.push(ask(question));
      await turn();
    }
    expect(asked()).toEqual([['a'], ['b']]);
    sent[1]?.answer();
    await answers[1];
    await turn();
    expect(asked().slice(2)).toEqual([['c', 'd', 'e']]);
    sent[2]?.answer();
    await answers[2];
    await turn();
    expect(asked().slice(3)).toEqual([['f', 'g']]);
    for (const { answer } of sent) answer();
    expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!', 'd!', 'e!', 'f!', 'g!']);
  });

  it('asks again for what was asked before: nothing is kept', async () => {
    const { ask, sent, asked } = setUp();
    for (let time = 0; time < 2; time++) {
      const answers = Promise.all([ask('a'), ask('a')]);
      await turn();
      sent[time]?.answer();
      await answers;
    }
    expect(asked()).toEqual([
      ['a', 'a'],
      ['a', 'a'],
    ]);
  });

  it('fails all that went together and none that come later', async () => {
    const { ask, sent } = setUp({ atOnce: 1, questionsMax: 3 });
    const failed = Promise.allSettled([ask('a'), ask('b')]);
    await turn();
    const later = ask('c');
    sent[0]?.answer(new Error('the database is away'));
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await turn();
    sent[1]?.answer();
    expect(await later).toBe('c!');
  });
});
