import { newCardNumber } from './card-number';

/** Luhn's sum, from the right; a number is right where it is a multiple of ten. */
function sumOf(number: string): number {
  const digits = [...number].reverse().map(Number);
  return digits.reduce((sum, digit, place) => {
    if (place % 2 === 0) return sum + digit;
    return sum + Math.floor((digit * 2) / 10) + ((digit * 2) % 10);
  }, 0);
}

describe('a card number to try things with', () => {
  it('is right by its check digit, and another each time', () => {
    expect(sumOf('4242424242424242') % 10).toBe(0);
    expect(sumOf('4242424242424241') % 10).not.toBe(0);
    const numbers = Array.from({ length: 500 }, newCardNumber);
    for (const number of numbers) {
      expect(number).toMatch(/^4\d{11}[1-9]\d{3}$/);
      expect(sumOf(number) % 10).toBe(0);
    }
    expect(new Set(numbers).size).toBe(500);
  });
});
