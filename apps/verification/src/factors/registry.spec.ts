import { factors, factorWords, offeredFactors } from './registry';

describe('the factors', () => {
  it('are in the graph whether they are offered or not', () => {
    expect(factors).toEqual(['SMS_CODE', 'EMAIL_CODE']);
    expect(offeredFactors).toEqual(['SMS_CODE']);
  });

  it('have nothing to say while they are not offered', () => {
    expect(factorWords('SMS_CODE').answerForm('en')).toBe('The code has six digits.');
    expect(() => factorWords('EMAIL_CODE')).toThrow('the factor EMAIL_CODE is not offered');
  });
});
