import { html, nothing, type TemplateResult } from 'lit';
import { adminAddress } from '../shared/admin-place.ts';
import type { AdminStrings } from './admin-strings.ts';
import type { CaseListRow } from './case-records.ts';

/** Cases in a table; `select` puts something before each name. Its roles are spelt out for the narrow layout. */
export function caseTable(
  { name, cases: text }: AdminStrings,
  language: string,
  rows: readonly CaseListRow[],
  {
    ownerName,
    select,
  }: {
    readonly ownerName: (id: string) => string;
    readonly select?: (row: CaseListRow) => TemplateResult;
  },
): TemplateResult {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  return html`<div class="wide scroll">
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${name}</th>
          <th role="columnheader" scope="col">${text.type}</th>
          <th role="columnheader" scope="col">${text.status}</th>
          <th role="columnheader" scope="col">${text.owner}</th>
          <th role="columnheader" scope="col">${text.changed}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          (row) =>
            html`<tr role="row">
              <th role="rowheader" scope="row">
                ${select === undefined ? nothing : select(row)}
                <a href=${adminAddress({ section: 'cases', id: row.caseId })} dir="auto"
                  >${row.caseName || text.unnamed}</a
                >
              </th>
              <td role="cell" data-label=${text.type} dir="auto">${row.caseType}</td>
              <td role="cell" data-label=${text.status}>${row.closed ? text.closed : text.open}</td>
              <td role="cell" data-label=${text.owner} dir="auto">${ownerName(row.ownerId)}</td>
              <td role="cell" data-label=${text.changed}>${shownDay(row.lastModified, format)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Dates are kept as the text that came over the wire, which need not be one. */
function shownDay(text: string, format: Intl.DateTimeFormat): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : format.format(time);
}
