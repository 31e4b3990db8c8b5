import { html, type Html } from '../html';
import type { TextKey, Words } from '../words';

/** A table that scrolls sideways inside itself on a narrow screen, also by keyboard. `labelledBy` is the id of its heading. */
export function renderTable(
  labelledBy: string,
  columns: readonly TextKey[],
  rows: readonly Html[],
  words: Words,
): Html {
  return html`<div class="scroll" role="group" aria-labelledby="${labelledBy}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${words.text(column)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
