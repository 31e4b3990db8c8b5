import { isTimeZone } from './time-zone';

describe('isTimeZone', () => {
  it.each([...Intl.supportedValuesOf('timeZone'), 'UTC', 'Asia/Calcutta', 'Etc/GMT+8'])('takes %s', (name) =>
    expect(isTimeZone(name)).toBe(true),
  );

  it.each(['', 'Asia/Nowhere', '+08:00', '-05', 'Beijing', 'Asia/Shanghai ', "Asia/Shanghai' OR 1=1", '../etc/passwd'])(
    'refuses “%s”',
    (name) => expect(isTimeZone(name)).toBe(false),
  );
});
