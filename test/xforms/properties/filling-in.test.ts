import { expect } from 'chai';
import fc from 'fast-check';
import { parseForm } from '../../../src/xforms/definition/parse-form.ts';
import { FormInstance } from '../../../src/xforms/form-instance.ts';
import type { InstanceNode } from '../../../src/xforms/instance/instance-node.ts';
import type { Edit, Transaction } from '../../../src/xforms/transaction.ts';
import { parseXml } from '../../../src/xml/parse-xml.ts';
import { serializeXml } from '../../../src/xml/serialize-xml.ts';
import type { XmlElement } from '../../../src/xml/xml-element.ts';
import { childElements, textOf } from '../../../src/xml/xml-element.ts';
import type { FormFeatures } from '../../support/generated-form.ts';
import {
  addRepeat,
  everythingOf,
  generatedEdit,
  generatedForm,
  nodesBelow,
} from '../../support/generated-form.ts';
import { pinnedEnvironment } from '../../support/scenario.ts';

const ALL: FormFeatures = { counts: true, choiceFilters: true, actions: true };

/** Draws a form, fills it in with some edits, and checks something about it. */
function holdsForAnyForm(
  features: FormFeatures,
  check: (form: FormInstance, draw: fc.GeneratorValue) => void,
): void {
  const property = fc.property(fc.gen(), (draw) => {
    const xml = generatedForm(draw, features);
    try {
      const definition = parseForm(xml, 'generated.xml');
      const form = FormInstance.create(definition, { environment: pinnedEnvironment() });
      for (let rest = draw(fc.nat, 8); rest > 0; rest -= 1) apply(form, generatedEdit(draw, form));
      check(form, draw);
      expectSame(
        form.problems.map(({ message }) => message),
        [],
      );
    } catch (error) {
      (error as Error).message += `\n${xml}`;
      throw error;
    }
  });
  fc.assert(property, { numRuns: 200, reporter: tell });
}

/** The form is in the message of the error, and seed and path lead there again. */
function tell({
  failed,
  seed,
  counterexamplePath,
  errorInstance,
}: fc.RunDetails<[fc.GeneratorValue]>): void {
  if (!failed) return;
  throw new Error(`seed ${seed}, path ${counterexamplePath}: ${(errorInstance as Error).message}`);
}

function apply(form: FormInstance, edit: Edit): Transaction {
  return form.transact([edit], { source: 'user' });
}

describe('any form, filled in in any way', () => {
  it('is the same after it was saved and opened again', () => {
    holdsForAnyForm(ALL, (form) => {
      const again = reopened(form);
      // The first item of an emptied repeat may come last in its group; a form that was saved has them in order.
      expectSame([...everythingOf(again)].sort(), [...everythingOf(form)].sort());
      expect(reopened(again).draftXml()).to.equal(again.draftXml());
    });
  });

  it('submits exactly its relevant nodes', () => {
    holdsForAnyForm(ALL, (form) => {
      const submitted = parseXml(form.submissionXml(), 'submission');
      expect(serializeXml(submitted)).to.equal(serializeXml(form.submissionElement()));
      expect(contentOf(submitted)).to.deep.equal(relevantContentOf(form.root));
    });
  });

  it('is not changed by an edit that is refused', () => {
    holdsForAnyForm(ALL, (form, draw) => {
      const before = everythingOf(form);
      const { refusals, changed } = apply(form, generatedEdit(draw, form));
      if (refusals.length === 0) return;
      expectSame(everythingOf(form), before);
      expect(changed.size).to.equal(0);
    });
  });

  it('tells of every node whose value or relevance an edit has changed', () => {
    holdsForAnyForm(ALL, (form, draw) => {
      const before = new Map([...nodesBelow(form.root)].map((node) => [node, stateOf(node)]));
      const { changed } = apply(form, generatedEdit(draw, form));
      for (const node of nodesBelow(form.root)) {
        const known = before.get(node);
        if (known !== undefined && known !== stateOf(node))
          expect(changed, node.ref).to.include(node);
      }
    });
  });

  it('is the same after the language was changed and changed back', () => {
    holdsForAnyForm(ALL, (form) => {
      const { language } = form;
      const before = everythingOf(form);
      apply(form, { kind: 'setLanguage', language: language === 'en' ? 'fr' : 'en' });
      expect(everythingOf(form)).not.to.deep.equal(before);
      apply(form, { kind: 'setLanguage', language });
      expectSame(everythingOf(form), before);
    });
  });

  it('is the same after a repeat instance was added and taken out', () => {
    holdsForAnyForm({}, (form, draw) => {
      const edit = addRepeat(draw, [...nodesBelow(form.root)]);
      if (edit === undefined) return;
      const before = everythingOf(form);
      const siblings = form.nodesOf(edit.ref.replace(/\[\d+\]/g, ''));
      if (apply(form, edit).refusals.length > 0) return;
      const added = form
        .nodesOf(edit.ref.replace(/\[\d+\]/g, ''))
        .find((node) => !siblings.includes(node));
      apply(form, { kind: 'removeRepeat', ref: (added as InstanceNode).ref });
      expectSame(everythingOf(form), before);
    });
  });
});

function reopened(form: FormInstance): FormInstance {
  const { definition, language } = form;
  const environment = pinnedEnvironment();
  return FormInstance.restore(definition, form.draftXml(), { environment, language });
}

/** Shows the lines that differ, not the hundreds that do not. */
function expectSame(actual: readonly string[], expected: readonly string[]): void {
  const most = Math.max(actual.length, expected.length);
  const different = Array.from({ length: most }, (_, at) => at).filter(
    (at) => actual[at] !== expected[at],
  );
  const told = different.map((at) => `${actual[at]} instead of ${expected[at]}`);
  if (told.length > 0) throw new Error(told.join('\n'));
}

function stateOf({ lexical, relevant, readonly, required }: InstanceNode): string {
  return JSON.stringify([lexical, relevant, readonly, required]);
}

type Content = readonly [name: string, value: string, children: readonly Content[]];

function contentOf(element: XmlElement): Content {
  const children = childElements(element).map(contentOf);
  return [element.name, children.length > 0 ? '' : textOf(element), children];
}

function relevantContentOf(node: InstanceNode): Content {
  const children = node.children.filter((child) => child.relevant).map(relevantContentOf);
  return [node.name, node.definition.children.length > 0 ? '' : node.lexical, children];
}
