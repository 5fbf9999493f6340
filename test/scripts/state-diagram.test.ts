import { expect } from 'chai';
import { and, createMachine, fromPromise, not, setup } from 'xstate';
import type { AnyStateMachine } from 'xstate';
import { stateDiagram } from '../../scripts/state-diagram.ts';

function linesOf(machine: AnyStateMachine): string[] {
  return stateDiagram(machine)
    .split('\n')
    .map((line) => line.trim());
}

describe('stateDiagram', () => {
  it('draws states from the first to the final one, with events and guards', () => {
    const machine = setup({ guards: { paid: () => true, late: () => false } }).createMachine({
      initial: 'waiting',
      states: {
        waiting: {
          on: {
            close: [
              { guard: 'paid', target: 'closed' },
              { guard: not('paid'), target: 'dunning' },
            ],
          },
        },
        dunning: { always: { guard: and(['paid', { type: 'late' }]), target: 'closed' } },
        closed: { type: 'final' },
      },
    });
    expect(stateDiagram(machine)).to.equal(
      [
        '```mermaid',
        'stateDiagram-v2',
        '  waiting : waiting',
        '  dunning : dunning',
        '  closed : closed',
        '  [*] --> waiting',
        '  closed --> [*]',
        '  waiting --> closed : close [paid]',
        '  waiting --> dunning : close [not paid]',
        '  dunning --> closed : [paid and late]',
        '```',
      ].join('\n'),
    );
  });

  it('names invoked actors and what follows from them, and delays', () => {
    const machine = setup({
      actors: { save: fromPromise(async () => 1) },
      delays: { patience: 10 },
    }).createMachine({
      initial: 'saving',
      states: {
        saving: {
          invoke: { src: 'save', onDone: 'saved', onError: 'failed' },
          after: { patience: 'failed', 500: 'saved' },
        },
        saved: {},
        failed: {},
      },
    });
    expect(linesOf(machine)).to.include.members([
      'saving : invokes save',
      'saving --> saved : save done',
      'saving --> failed : save failed',
      'saving --> failed : after patience',
      'saving --> saved : after 500 ms',
    ]);
  });

  it('puts states inside one another, with the edges between them, and regions side by side', () => {
    const machine = createMachine({
      initial: 'outer',
      states: {
        outer: {
          initial: 'one',
          states: { one: { on: { next: 'two' } }, two: { type: 'final' } },
          onDone: 'both',
        },
        both: { type: 'parallel', states: { left: {}, right: {} } },
      },
    });
    expect(stateDiagram(machine)).to.contain(
      [
        '  state "outer" as outer {',
        '    outer_one : one',
        '    outer_two : two',
        '    [*] --> outer_one',
        '    outer_two --> [*]',
        '    outer_one --> outer_two : next',
        '  }',
        '  state "both" as both {',
        '    both_left : left',
        '    --',
        '    both_right : right',
        '  }',
      ].join('\n'),
    );
    expect(linesOf(machine)).to.include('outer --> both : done');
  });

  it('lists what a diagram cannot show: staying, and ways into a state’s own inside', () => {
    const machine = setup({ actions: { note: () => undefined } }).createMachine({
      id: 'day',
      initial: 'morning',
      on: { restart: '.morning', tick: { actions: 'note' } },
      states: { morning: { on: { look: { actions: 'note' }, again: 'morning' } } },
    });
    expect(linesOf(machine)).to.include.members([
      '- `day` stays at `tick`',
      '- `day` goes to `morning` at `restart`',
      '- `morning` stays at `look`',
      'morning --> morning : again',
    ]);
  });

  it('leaves out the signs that end a description in Mermaid', () => {
    const machine = createMachine({ initial: 'a', states: { a: { on: { 'x:y;z': 'b' } }, b: {} } });
    expect(linesOf(machine)).to.include('a --> b : x y z');
  });
});
