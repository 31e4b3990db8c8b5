import { bankCard } from '.';

const { handIn } = bankCard.simulated.parse({});
const lastDayOf = (cardNumber: string, now: string) => {
  const known = handIn({ cardNumber }, new Date(now));
  return known.ok && known.value.told;
};

describe('how long a simulated bank card is good for', () => {
  it('is four years, to the end of the month', () =>
    expect(lastDayOf('4242424242424242', '2027-12-31T10:00:00Z')).toMatchObject({ expiresOn: '2031-12-31' }));

  it('is to the end of next month by its last digits, over the turn of a year too', () => {
    expect(lastDayOf('6222020000000007', '2027-12-31T10:00:00Z')).toMatchObject({ expiresOn: '2028-01-31' });
    expect(lastDayOf('6222 0200 0000 0007', '2028-01-30T10:00:00Z')).toMatchObject({ expiresOn: '2028-02-29' });
  });
});
