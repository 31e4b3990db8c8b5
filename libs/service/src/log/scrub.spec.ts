import { scrub } from './scrub';

describe('a text for the log', () => {
  it.each([
    'http://127.0.0.1:4401',
    'connect ECONNREFUSED 127.0.0.1:5432',
    'connect ECONNREFUSED 192.168.100.200:65535 - Local (0.0.0.0:0)',
    'listening on 0.0.0.0:4300.',
    'postgresql://10.20.30.40:5432/identity',
    'nobody answers at 172.16.255.255',
    'http://[::1]:4401 and localhost:54321',
  ])('keeps where a program listens: %s', (text) => expect(scrub(text)).toBe(text));

  it.each([
    ['+8613800138000', '[digits]'],
    ['no carrier for +86 138-0013 8000', 'no carrier for [digits]'],
    ['138.0013.8000', '[digits]'],
    ['138.001.380.00', '[digits]'],
    ['+10.138.101.38', '[digits]'],
    ['10.138.101.38000', '[digits]'],
    ['10.138.101.38 000', '[digits]'],
    ['0 10.138.1.38', '[digits]'],
    ['6222.0200.1234.5678', '[digits]'],
    ['622.202.001.234.567.8', '[digits]'],
    ['10.100.10.1:443800138000', '[digits]:[digits]'],
    ['from 203.0.113.50:443', 'from [digits]:443'],
    ['138.13.80.00', '[digits]'],
    ['172.32.10.20', '[digits]'],
    ['code 123456', 'code [digits]'],
    ['of 127.0.0.1:4401 to 13800138000', 'of 127.0.0.1:4401 to [digits]'],
  ])('keeps no digits of people: %s', (text, left) => expect(scrub(text)).toBe(left));
});
