import { escapeText } from '../../xml/serialize-xml.ts';
import type { ControlDefinition } from '../../xforms/definition/control-definition.ts';
import type { Branch } from './branch.ts';
import type { FormCoverage } from './coverage.ts';
import { percentOf, saidOf, sumOf, toldBranch } from './coverage-report.ts';
import { staticLabel } from './static-label.ts';

/** A page for people: the outline of every form, coloured and marked by how much of it has been seen. It loads nothing and runs nothing. */
export function coverageHtml(title: string, forms: readonly FormCoverage[]): string {
  const sum = sumOf(forms);
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)}: what was tried</title><style>${STYLE}</style></head><body>`,
    `<h1>${escaped(title)}</h1>`,
    `<p><meter min="0" max="100" value="${percentOf(sum)}">${percentOf(sum)} %</meter> `,
    `${sum.taken} of ${sum.all} branches (${percentOf(sum)} %)</p>`,
    ...forms.map(formSection),
    '</body></html>\n',
  ].join('\n');
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-block: 2.5rem .5rem; font-size: 1.25rem; }
ul { list-style: none; padding-inline-start: 1.25rem; }
section > ul { padding-inline-start: 0; }
li { margin-block: .25rem; }
li > span, li > details > summary > span { border-inline-start: .375rem solid; padding-inline-start: .5rem; }
.all { border-color: light-dark(#1d7a3c, #6fd08c); }
.some { border-color: light-dark(#9a6700, #e3b341); }
.none { border-color: light-dark(#b3261e, #ff8a80); }
.mark { display: inline-block; inline-size: 1.25rem; }
code { font-size: .875rem; color: light-dark(#57606a, #9ba4ae); overflow-wrap: anywhere; }
summary { cursor: pointer; }
`;

function formSection(coverage: FormCoverage): string {
  const { form, branches } = coverage;
  const sum = sumOf([coverage]);
  const placed = new Set(refsOf(form.controls));
  const others = branches.filter(({ ref }) => !placed.has(ref));
  return [
    `<section><h2>${escaped(form.title || form.file)}</h2>`,
    `<p>${sum.taken} of ${sum.all} branches (${percentOf(sum)} %) · <code>${escaped(form.file)}</code></p>`,
    `<ul>${form.controls.map((control) => controlItem(control, coverage)).join('')}</ul>`,
    others.length === 0
      ? ''
      : `<h3>Beside the questions</h3>${branchList(others, coverage, toldBranch)}`,
    '</section>',
  ].join('\n');
}

function refsOf(controls: readonly ControlDefinition[]): string[] {
  return controls.flatMap((control) => [
    control.ref,
    ...('children' in control ? refsOf(control.children) : []),
  ]);
}

function controlItem(control: ControlDefinition, coverage: FormCoverage): string {
  const own = ownBranches(control, coverage);
  const label = staticLabel(coverage.form, control) || control.ref;
  const head = headOf(label, control.ref, own, coverage);
  const children = 'children' in control ? control.children : [];
  const below = children.map((child) => controlItem(child, coverage)).join('');
  const list = below === '' ? '' : `<ul>${below}</ul>`;
  if (own.length === 0) return `<li>${head}${list}</li>`;
  const isOpen = own.some(({ id }) => !coverage.taken.has(id)) ? ' open' : '';
  const branches = branchList(own, coverage, (_, branch) => saidOf(branch));
  return `<li><details${isOpen}><summary>${head}</summary>${branches}</details>${list}</li>`;
}

/** A group without a node of its own stands in that of another control. */
function ownBranches(control: ControlDefinition, { branches }: FormCoverage): readonly Branch[] {
  if (control.kind === 'group' && !control.bound) return [];
  return branches.filter(({ ref }) => ref === control.ref);
}

function headOf(
  label: string,
  ref: string,
  own: readonly Branch[],
  { taken }: FormCoverage,
): string {
  const count = own.filter(({ id }) => taken.has(id)).length;
  const level = count === own.length ? 'all' : count === 0 ? 'none' : 'some';
  const sum = own.length === 0 ? '' : ` ${count} of ${own.length}`;
  return `<span class="${level}">${escaped(label)}${sum} <code>${escaped(ref)}</code></span>`;
}

function branchList(
  branches: readonly Branch[],
  coverage: FormCoverage,
  told: (coverage: FormCoverage, branch: Branch) => string,
): string {
  const items = branches.map((branch) => {
    const times = coverage.taken.get(branch.id) ?? 0;
    const mark = times > 0 ? '✓' : '✗';
    const count = times > 0 ? `${times} ×` : 'never';
    return `<li><span class="${times > 0 ? 'all' : 'none'}"><span class="mark">${mark}</span>${escaped(told(coverage, branch))}: ${count}</span></li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

function escaped(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
