import { expect } from 'chai';
import {
  formplayerExchanges,
  linesOfTraffic,
} from '../../../src/replay/exchange/formplayer-traffic.ts';

function har(...exchanges: readonly (readonly [string, unknown, unknown])[]): string {
  const entries = exchanges.map(([action, request, response]) => ({
    request: {
      method: 'POST',
      url: `https://server.example/${action}?x=1`,
      postData: { text: JSON.stringify(request) },
    },
    response: { content: { text: JSON.stringify(response) } },
  }));
  return JSON.stringify({ log: { entries } });
}

const QUESTIONS = [
  { ix: '0', binding: '/data/name[1]', datatype: 'str' },
  { ix: '1', binding: '/data/danger[1]', datatype: 'multiselect' },
  {
    ix: '2',
    binding: '/data/child',
    children: [{ ix: '2_1,0', binding: '/data/child[2]/age[1]', datatype: 'int' }],
  },
];

describe('traffic with Formplayer', () => {
  it('becomes what the person did, by the texts and paths that the answers before it show', () => {
    const text = har(
      [
        'navigate_menu_start',
        {},
        { commands: [{ displayText: 'Mothers' }, { displayText: 'New' }] },
      ],
      ['navigate_menu', { selections: ['0'] }, { commands: [{ displayText: 'Visit' }] }],
      ['navigate_menu', { selections: ['0', '0'] }, { entities: [{ id: 'case-1' }] }],
      ['navigate_menu', { selections: ['0', '0', 'case-1'] }, { tree: QUESTIONS }],
      ['answer', { ix: '0', answer: 'Asha' }, { tree: QUESTIONS }],
      ['answer', { ix: '1', answer: ['1', '3'] }, { tree: QUESTIONS }],
      ['new-repeat', { repeat_ix: '2' }, { tree: QUESTIONS }],
      ['answer', { ix: '2_1,0', answer: '' }, { tree: QUESTIONS }],
      ['submit-all', { answers: {} }, { status: 'success' }],
    );
    expect(linesOfTraffic(formplayerExchanges(text))).to.deep.equal([
      { kind: 'home', subject: true },
      { kind: 'open', subject: 'Mothers' },
      { kind: 'open', subject: 'Visit' },
      { kind: 'select', subject: 'case-1' },
      { kind: 'answer', subject: '/data/name', value: 'Asha' },
      { kind: 'answer', subject: '/data/danger', value: '#1 #3' },
      { kind: 'addRepeat', subject: '/data/child' },
      { kind: 'clear', subject: '/data/child[2]/age' },
      { kind: 'submit', subject: true },
    ]);
  });

  it('is refused when it is no log', () => {
    expect(() => formplayerExchanges('{}')).to.throw(RangeError, 'no HAR file');
  });
});
