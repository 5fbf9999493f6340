import { expect } from 'chai';
import fc from 'fast-check';
import type { FormSession } from '../../../src/xforms/session/form-session.ts';
import { aForm, begin } from '../../support/a-session.ts';

const form = aForm({
  data: `<asked>yes</asked><text>as the form has it</text><child jr:template=""><name/><toy><kind>ball</kind></toy></child>
    <total/><orx:meta><orx:instanceID/></orx:meta>`,
  binds: `<bind nodeset="/data/text" relevant="/data/asked = 'yes'"/>
    <bind nodeset="/data/child/toy" relevant="../name != ''"/>
    <bind nodeset="/data/total" calculate="count(/data/child/toy)"/>
    <bind nodeset="/data/meta/instanceID" jr:preload="uid"/>`,
  body: `<input ref="/data/asked"/><input ref="/data/text"/><repeat nodeset="/data/child"><input ref="/data/child/name"/>
    <repeat nodeset="/data/child/toy"><input ref="/data/child/toy/kind"/></repeat></repeat>`,
});

type Act = (session: FormSession) => void;

const text = fc.oneof(fc.constantFrom('', 'yes', 'no', ' a  b ', '<&>"\n\t'), fc.string());
const place = fc.nat({ max: 3 });

const acts: fc.Arbitrary<Act> = fc.oneof(
  text.map(
    (value): Act =>
      (session) =>
        session.setValue('/data/asked', value),
  ),
  text.map(
    (value): Act =>
      (session) =>
        session.setValue('/data/text', value),
  ),
  place.map(
    (index): Act =>
      (session) =>
        session.addRepeat('/data/child', index),
  ),
  fc.tuple(place, text).map(([index, value]): Act => (session) => {
    const ref = `/data/child[${index + 1}]`;
    if (session.node(ref) === undefined) return;
    session.setValue(`${ref}/name`, value);
    session.addRepeat(`${ref}/toy`, index);
  }),
  place.map((index): Act => (session) => {
    const there = session.node(`/data/child[${index + 1}]`) !== undefined;
    if (there) session.removeRepeat('/data/child', index);
  }),
);

function filledIn(steps: readonly Act[]): FormSession {
  const session = begin(form);
  for (const step of steps) step(session);
  return session;
}

/** A submission without what names it. */
function answersOf(session: FormSession): string {
  return session.submission.xml.replace(/<orx:meta.*<\/orx:meta>/s, '');
}

// Control characters have no place in XML; that they are kept out is the serializer's affair.
const sayable = (session: FormSession) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u.test(session.serialize()); // prettier-ignore

describe('whatever was filled in', () => {
  it('is the same after it was saved and restored', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 12 }), (steps) => {
        const session = filledIn(steps);
        fc.pre(sayable(session));
        const draft = session.serialize();
        const restored = begin(form, { mode: 'restore', instanceXml: draft });
        expect(restored.serialize()).to.equal(draft);
        expect(restored.submission.xml).to.equal(session.submission.xml);
        expect(restored.problems).to.deep.equal([]);
      }),
      { numRuns: 200 },
    );
  });

  it('has the same answers when its submission is edited', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 12 }), (steps) => {
        const session = filledIn(steps);
        fc.pre(sayable(session));
        const edit = form.createSession({ mode: 'edit', instanceXml: session.submission.xml });
        expect(answersOf(edit)).to.equal(answersOf(session));
        expect(edit.submission.instanceId).not.to.equal(session.submission.instanceId);
      }),
      { numRuns: 200 },
    );
  });
});
