import { html, type Html } from '../html';
import type { PageModel } from '../page-model';
import type { Words } from '../words';

/** What somebody who waits for something mostly needs; the field takes all else. */
const steps = ['PT1H', 'P1D', 'P30D', 'P1Y'] as const;

const dayMs = 24 * 60 * 60_000;

/** Works without a script: each button is a form's own. */
export function renderTime({ clock }: PageModel, words: Words): Html {
  return html`<section aria-labelledby="time">
    <h2 id="time">${words.text('time')}</h2>
    ${
      clock === undefined
        ? html`<p>${words.text('timeFixed')}</p>`
        : html`<p id="live-time" data-live>
              ${words.text('timeNow', { at: new Date(clock.now) })}
              ${
                clock.aheadMs > 0
                  ? words.text('timeAhead', { days: Math.floor(clock.aheadMs / dayMs) })
                  : words.text('timeReal')
              }
            </p>
            <p class="hint">${words.text('timeHint')}</p>
            <form method="post" action="/page/clock">
              <input type="hidden" name="lang" value="${words.locale}" />
              <p class="bar" role="group" aria-label="${words.text('timeForward')}">
                ${steps.map((step) => html`<button name="advance" value="${step}">${words.text(`time.${step}`)}</button> `)}
              </p>
            </form>
            <form method="post" action="/page/clock" class="row">
              <input type="hidden" name="lang" value="${words.locale}" />
              <p>
                <label for="time-advance">${words.text('timeAdvance')}</label
                ><input id="time-advance" name="advance" required maxlength="60" placeholder="P1M" spellcheck="false" />
              </p>
              <button>${words.text('timeMove')}</button>
            </form>`
    }
  </section>`;
}
