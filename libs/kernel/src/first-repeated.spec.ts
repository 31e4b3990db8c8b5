import { firstRepeated } from './first-repeated';

describe('firstRepeated', () => {
  it('tells the name that comes a second time first', () => {
    expect(firstRepeated(['a', 'b', 'c', 'b', 'a'])).toBe('b');
  });

  it('tells none where each name comes once, whatever objects have of themselves', () => {
    expect(firstRepeated([])).toBeUndefined();
    expect(firstRepeated(['a', 'constructor', 'toString'])).toBeUndefined();
  });
});
