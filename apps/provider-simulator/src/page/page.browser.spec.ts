import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { eventually } from '@bindery/testing';
import { chromium, type Browser, type Page } from 'playwright-core';
import { bindCard } from '../testing/bind-card';
import { carrierKey, startWorld, type World } from '../testing/start-world';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

(existsSync(executablePath) ? describe : describe.skip)('the page for people, in Chromium', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let accessCard: string;

  beforeAll(async () => {
    world = await startWorld();
    accessCard = await bindCard(world, 'cloudgate');
    await bindCard(world, 'seaside-bank');
    await sendSms('first');
    await world.plain('PUT', '/faults', { provider: 'seaside-bank', mode: 'twice', times: 1 });
    browser = await chromium.launch({ executablePath, args: flags });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  });
  afterAll(async () => {
    await browser.close();
    await world.stop();
  });

  const sendSms = (text: string) =>
    world.plain(
      'POST',
      '/sms/messages',
      { to: '+8613800000001', text },
      { authorization: `Bearer ${carrierKey}`, 'idempotency-key': text },
    );

  async function violations() {
    // The page's own policy forbids foreign scripts; the checker comes in through the debugger instead.
    await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const found = await page.evaluate(
      'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })',
    );
    return (found as { violations: { id: string; nodes: { html: string }[] }[] }).violations.map(({ id, nodes }) => [
      id,
      ...nodes.map((node) => node.html),
    ]);
  }

  it.each([
    ['en', 'light', 1280],
    ['zh', 'dark', 1280],
    ['zh', 'light', 360],
  ] as const)(
    'breaks no rule of axe-core (%s, %s, %i wide) and does not scroll sideways',
    async (lang, colorScheme, width) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${world.url}/?lang=${lang}&notice=DOOR_SHUT&reason=SUSPENDED`);
      expect(await violations()).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(
        0,
      );
    },
  );

  it('shows a new message by itself, tells it to screen readers, and leaves the person’s focus and choice alone', async () => {
    await page.goto(`${world.url}/?lang=en`);
    await page.selectOption('#tap-door', 'riverside-garage');
    await page.fill('#pay-merchant', 'Tea House');
    await page.focus('#pay-merchant');
    await sendSms('second');
    await page.locator('article', { hasText: 'second' }).waitFor();
    await eventually(async () => expect(await page.textContent('#news')).toBe('New messages: 1'));
    expect(await page.evaluate('document.activeElement.id')).toBe('pay-merchant');
    expect([await page.inputValue('#pay-merchant'), await page.inputValue('#tap-door')]).toEqual([
      'Tea House',
      'riverside-garage',
    ]);
  });

  it.each(['/', '/support', '/providers/apple-wallet/wallet', '/providers/token-pocket/wallet'])(
    'has nothing to complain of in the console of a browser: %s',
    async (path) => {
      const complaints: string[] = [];
      const own = await browser.newPage();
      own.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
      await own.goto(world.url + path, { waitUntil: 'networkidle' });
      await own.close();
      expect(complaints).toEqual([]);
    },
  );

  it('can be worked by keyboard alone', async () => {
    await page.goto(`${world.url}/?lang=en`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page.selectOption('#tap-card', accessCard);
    await page.focus('#tap-door');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/notice=DOOR_OPENED/);
    expect(await page.textContent('#notice')).toBe('The door opened.');
  });

  it('stops changing while it is paused', async () => {
    await page.clock.install();
    await page.goto(`${world.url}/?lang=en`);
    await page.click('#pause');
    expect(await page.textContent('#pause')).toBe('Resume updates');
    await sendSms('third');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.clock.runFor(60_000);
    expect(asked).toEqual([]);
    await page.click('#pause');
    await page.clock.runFor(3_000);
    await page.locator('article', { hasText: 'third' }).waitFor();
  });

  it('works without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${world.url}/?lang=zh`);
    expect(await plain.isVisible('#pause')).toBe(false);
    await plain.click('text=付款');
    expect(await plain.textContent('#notice')).toBe('付款成功。');
    await context.close();
  });
});
