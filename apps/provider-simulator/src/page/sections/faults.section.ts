import { faultKinds, type Fault } from '../../faults/fault';
import { faultModes } from '../../records/fault-mode';
import { html, type Html } from '../html';
import type { PageModel } from '../page-model';
import type { Words } from '../words';
import { renderTable } from './table';

export function renderFaults({ faults, faultTargets }: PageModel, words: Words): Html {
  return html`<section aria-labelledby="faults">
    <h2 id="faults">${words.text('faults')}</h2>
    <div id="live-faults" data-live>
      ${
        faults.length === 0
          ? html`<p>${words.text('faultsNone')}</p>`
          : renderTable(
              'faults',
              ['fault', 'provider', 'kind', 'left', 'action'],
              faults.map((fault) => renderFault(fault, words)),
              words,
            )
      }
    </div>
    <form method="post" action="/page/faults">
      <input type="hidden" name="lang" value="${words.locale}" />
      <div class="fields">
        <p>
          <label for="fault-provider">${words.text('provider')}</label>
          <select id="fault-provider" name="provider">
            ${faultTargets.map((code) => html`<option value="${code}">${words.providerName(code)}</option>`)}
          </select>
        </p>
        <p>
          <label for="fault-kind">${words.text('kind')}</label>
          <select id="fault-kind" name="kind">
            <option value="">${words.text('anyKind')}</option>
            ${faultKinds.map((kind) => html`<option value="${kind}">${words.text(`kind.${kind}`)}</option>`)}
          </select>
        </p>
        <p>
          <label for="fault-mode">${words.text('fault')}</label>
          <select id="fault-mode" name="mode">
            ${faultModes.map((mode) => html`<option value="${mode}">${words.text(`mode.${mode}`)}</option>`)}
          </select>
        </p>
        <p>
          <label for="fault-times">${words.text('times')}</label
          ><input
            id="fault-times"
            name="times"
            inputmode="numeric"
            pattern="[0-9]{0,6}"
            title="${words.text('digitsOnly')}"
            value="1"
          />
        </p>
        <p>
          <label for="fault-delay">${words.text('delay')}</label
          ><input
            id="fault-delay"
            name="delayMs"
            inputmode="numeric"
            pattern="[0-9]{0,8}"
            title="${words.text('digitsOnly')}"
          />
        </p>
      </div>
      <button>${words.text('order')}</button>
    </form>
  </section>`;
}

function renderFault({ provider, kind, mode, left }: Fault, words: Words): Html {
  const named = {
    mode: words.text(`mode.${mode}`),
    provider: words.providerName(provider),
    kind: kind ? words.text(`kind.${kind}`) : words.text('anyKind'),
  };
  return html`<tr>
    <th scope="row">${named.mode}</th>
    <td>${named.provider}</td>
    <td>${named.kind}</td>
    <td>${left ?? words.text('noEnd')}</td>
    <td>
      <form method="post" action="/page/faults/cancel">
        <input type="hidden" name="lang" value="${words.locale}" />
        <input type="hidden" name="provider" value="${provider}" />
        <input type="hidden" name="kind" value="${kind}" />
        <button class="quiet" aria-label="${words.text('cancelFault', named)}">${words.text('cancel')}</button>
      </form>
    </td>
  </tr>`;
}
