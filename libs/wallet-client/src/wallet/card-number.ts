/**
 * A number of a card to try things with: of Visa's range, right by its check digit (ISO/IEC 7812-1, annex B), and most likely nobody else's. What ends
 * on less than 1000 is left out, as those stand for what a simulated bank does not take.
 */
export function newCardNumber(): string {
  const random = [...crypto.getRandomValues(new Uint32Array(14))].map((value) => value % 10).join('');
  const number = withCheckDigit(`4${random}`);
  return Number(number.slice(-4)) < 1000 ? newCardNumber() : number;
}

function withCheckDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, place) => {
    const doubled = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
