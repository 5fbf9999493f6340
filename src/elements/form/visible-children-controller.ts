import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ControlNode } from '../../xforms/control-node.ts';
import { isVisible } from '../../xforms/visible-control.ts';
import type { FormContext } from './form-context.ts';

interface Container extends ReactiveControllerHost {
  /** The controls that the host renders, asked or not. */
  readonly controls: readonly ControlNode[];
  readonly context?: FormContext | undefined;
}

/** Knows which of a container's controls are asked now, and updates the host when that changes. */
export class VisibleChildrenController implements ReactiveController {
  readonly #host: Container;
  #stops: (() => void)[] = [];
  #observed: readonly ControlNode[] | undefined;
  #context: FormContext | undefined;
  #shown = new Set<ControlNode>();

  constructor(host: Container) {
    this.#host = host;
    host.addController(this);
  }

  /** The controls to render, in order. */
  get visible(): readonly ControlNode[] {
    return this.#host.controls.filter(isVisible);
  }

  hostConnected(): void {
    this.#observe();
  }

  hostUpdate(): void {
    if (this.#host.controls !== this.#observed || this.#host.context !== this.#context) {
      this.#observe();
    }
    this.#shown = new Set(this.visible);
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#observed = undefined;
  }

  #observe(): void {
    this.hostDisconnected();
    const { controls, context } = this.#host;
    this.#observed = controls;
    this.#context = context;
    if (context === undefined) return;
    for (const control of controls) this.#observeControl(control, context);
  }

  #observeControl(control: ControlNode, context: FormContext): void {
    const compare = () => {
      if (isVisible(control) !== this.#shown.has(control)) this.#host.requestUpdate();
    };
    const nodes = [...withGroupMembers(control)].map((each) => each.node);
    for (const node of new Set(nodes)) this.#stops.push(context.observe(node, compare));
  }
}

/** A group without anything to ask is not shown, so what lies in a group matters as well. */
function* withGroupMembers(control: ControlNode): Generator<ControlNode> {
  yield control;
  if (control.kind !== 'group') return;
  for (const child of control.children) yield* withGroupMembers(child);
}
