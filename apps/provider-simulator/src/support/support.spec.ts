import { startWorld, type World } from '../testing/start-world';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

describe('the page of support', () => {
  it.each([
    ['en', 'en', 'Support'],
    ['zh-CN', 'zh-CN', '客服'],
    ['fr', 'en', 'Support'],
  ])('answers who asks for %s in %s', async (asked, answered, title) => {
    const response = await fetch(`${world.url}/support`, { headers: { 'accept-language': asked } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-language')).toBe(answered);
    expect(await response.text()).toContain(`<h1>${title}</h1>`);
  });
});
