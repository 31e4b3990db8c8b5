import { pickLocale, type Locale } from '@bindery/localisation';
import type { FastifyInstance } from 'fastify';
import { html } from '../page/html';
import { plainPage, plainPageHeaders } from '../page/plain-page';

/** The people who help holders, as the development profile has them: SUPPORT_URL of the services leads here. */
const words: Readonly<Record<Locale, { readonly title: string; readonly text: string; readonly hours: string }>> = {
  en: {
    title: 'Support',
    text: 'This is where holders reach people who can help: about a card that a provider does not answer for, a lock that is not theirs, or anything they did not do.',
    hours: 'The simulated world has no staff: nobody reads along, and no number is answered.',
  },
  'zh-CN': {
    title: '客服',
    text: '持卡人在这里联系可以提供帮助的人员：服务机构迟迟不答复的卡片、并非本人造成的锁定，以及任何非本人操作。',
    hours: '模拟环境没有客服人员：没有人阅读消息，也没有电话可接听。',
  },
};

/** The page behind ContactSupport. */
export function registerSupportRoute(app: FastifyInstance): void {
  app.get('/support', async (request, reply) => {
    const locale = pickLocale(request.headers['accept-language']) ?? 'en';
    const { title, text, hours } = words[locale];
    const page = plainPage(
      locale,
      title,
      html`<p>${text}</p>
        <p>${hours}</p>`,
    );
    return reply.headers(plainPageHeaders(locale)).send(page);
  });
}
