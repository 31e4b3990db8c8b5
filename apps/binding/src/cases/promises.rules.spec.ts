import { answerBy, missAnswer, nextAnswerBy } from './promises.rules';

const day = (number: number) => new Date(Date.UTC(2026, 0, number, 9));
const open = { answerBy: day(4), overdueSince: null, answersMissed: 0, closedAt: null };

describe('the promise of a case', () => {
  it('is three days when it is opened', () => expect(answerBy(day(1))).toEqual(day(4)));

  it.each([
    [1, 3],
    [2, 7],
    [3, 14],
    [4, 14],
    [40, 14],
  ])('after %i that were missed is of %i days', (missed, days) =>
    expect(nextAnswerBy(missed, day(1))).toEqual(day(1 + days)),
  );

  it('is kept until its moment, and missed at it', () => {
    expect(missAnswer(open, new Date(day(4).getTime() - 1))).toBeNull();
    expect(missAnswer(open, day(4))).toEqual({ overdueSince: day(4), answersMissed: 1, answerBy: day(7) });
  });

  it('that is missed again leaves since when it is late as it was', () => {
    const late = { ...open, ...missAnswer(open, day(4)) };
    expect(missAnswer(late, day(7))).toEqual({ overdueSince: day(4), answersMissed: 2, answerBy: day(14) });
  });

  it('is to come, however late it is seen that the one before has passed', () =>
    expect(missAnswer(open, day(30))).toEqual({ overdueSince: day(4), answersMissed: 1, answerBy: day(33) }));

  it('is nothing to a case that is closed', () => expect(missAnswer({ ...open, closedAt: day(3) }, day(9))).toBeNull());
});
