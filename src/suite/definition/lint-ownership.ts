import { parseXml } from '../../xml/parse-xml.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { attributeOf, childElements } from '../../xml/xml-element.ts';
import type { AppProblem } from '../app-problem.ts';
import type { AppDocument, FormDocument } from './app-document.ts';
import { automaticRules } from './case-owner-rule.ts';

/** Things that compile and yet leave cases with an owner whom nobody expects. */
export function lintOwnership(app: AppDocument, files: ReadonlyMap<string, string>): AppProblem[] {
  return app.modules.flatMap(({ forms, caseType }) =>
    forms.flatMap((form) => {
      const shares = automaticRules(app, form, caseType).some(({ kind }) => kind === 'shared');
      return lintForm(form, shares, files.get(form.xform) ?? '');
    }),
  );
}

function lintForm(form: FormDocument, shares: boolean, text: string): AppProblem[] {
  const questions = [form.updateCase, ...form.subcases.map(({ properties }) => properties)]
    .map((properties) => properties['owner_id'])
    .filter((question) => question !== undefined);
  if (questions.length === 0) return [];
  const root = parseXml(text, form.xform);
  const problems = questions.flatMap((question) => lintOwnerQuestion(form, question, root));
  if (shares) {
    problems.push({
      file: form.xform,
      line: 0,
      message: `${form.place} gives an owner to some of the cases that it opens and not to the others.`,
      remedy: 'Map owner_id for each of them, or for none.',
    });
  }
  return problems;
}

function lintOwnerQuestion(form: FormDocument, question: string, root: XmlElement): AppProblem[] {
  const problems: AppProblem[] = [];
  const elements = flatten(root);
  const bind = elements.find(
    (element) =>
      element.name === 'bind' &&
      attributeOf(element, 'relevant') !== undefined &&
      `${question}/`.startsWith(`${attributeOf(element, 'nodeset')}/`),
  );
  if (bind !== undefined && form.openCase !== undefined) {
    problems.push({
      file: form.xform,
      line: bind.line,
      message: `The owner comes from ${question}, which is not always asked; the case then belongs to nobody.`,
      remedy: 'Take the owner from a hidden value that is always calculated.',
    });
  }
  const select = elements.find((e) => e.name === 'select' && attributeOf(e, 'ref') === question);
  if (select !== undefined) {
    problems.push({
      file: form.xform,
      line: select.line,
      message: `The owner comes from ${question}, which takes several answers; a case has one owner.`,
      remedy: 'Make it a question with one answer.',
    });
  }
  return problems;
}

function flatten(element: XmlElement): XmlElement[] {
  return [element, ...childElements(element).flatMap(flatten)];
}
