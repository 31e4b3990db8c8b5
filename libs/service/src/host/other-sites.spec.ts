import { isFromOtherSite } from './other-sites';

describe('what a browser sends for a page of another site', () => {
  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost:4010' },
    { origin: 'http://evil.example' },
    { origin: 'http://localhost:4999' },
    { origin: 'http://localhost.evil.example:4010' },
    { origin: 'null' },
    { origin: '' },
  ])('is told by %j', (headers) => expect(isFromOtherSite({ host: 'localhost:4010', ...headers })).toBe(true));

  it.each([
    {},
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4010' },
    { origin: 'http://localhost:4010' },
    { origin: 'https://localhost:4010' },
  ])('is not %j', (headers) => expect(isFromOtherSite({ host: 'LOCALHOST:4010', ...headers })).toBe(false));
});
