import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Decision } from '../../xforms/explain-node.ts';
import { explainNode } from '../../xforms/explain-node.ts';
import type { FormInstance } from '../../xforms/form-instance.ts';
import type { InstanceNode } from '../../xforms/instance/instance-node.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { fieldStyles } from '../shared/field.styles.ts';
import { icon } from '../shared/icon.ts';
import { DevPart } from './dev-part.ts';
import { devStyles } from './dev.styles.ts';
import { renderParts, renderValue } from './render-trace.ts';

/** Nodes that a search shows. */
const LISTED = 200;

/** @summary The live values of the form that is open, and for a chosen node why it is as it is. */
@customElement('dev-form')
export class DevForm extends DevPart {
  static override styles = [baseStyles, fieldStyles, devStyles];

  @state() private opened: ReadonlySet<InstanceNode> = new Set();
  @state() private chosen: InstanceNode | undefined;
  @state() private search = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('form') || this.form === undefined) return;
    this.opened = new Set([this.form.root]);
    this.chosen = undefined;
  }

  private handleSearch(event: Event): void {
    this.search = (event.target as HTMLInputElement).value.trim().toLowerCase();
  }

  private handleFold(node: InstanceNode): void {
    const opened = new Set(this.opened);
    if (!opened.delete(node)) opened.add(node);
    this.opened = opened;
  }

  override render(): TemplateResult {
    const { form, text } = this;
    if (form === undefined) return html`<p class="muted">${text.noForm}</p>`;
    return html`<div class="columns">
      <section class="stack" aria-label=${text.form.nodes}>
        <div class="field">
          <label class="label" for="search">${text.search}</label>
          <input id="search" class="control" type="search" dir="auto" @input=${this.handleSearch} />
        </div>
        <ul class="tree code" dir="ltr">
          ${this.search === '' ? this.renderTree(form.root) : this.renderFound(form.root)}
        </ul>
      </section>
      <section class="stack" aria-label=${text.form.chosen}>${this.renderChosen(form)}</section>
    </div>`;
  }

  private renderTree(node: InstanceNode): TemplateResult {
    const below = [...node.attributes, ...node.children];
    const open = this.opened.has(node);
    return html`<li>
      <div class="node">
        ${below.length === 0 ? html`<span class="fold"></span>` : this.renderFold(node, open)}
        ${this.renderNode(node, stepOf(node))}
      </div>
      ${
        open
          ? html`<ul>
              ${below.map((each) => this.renderTree(each))}
            </ul>`
          : nothing
      }
    </li>`;
  }

  private renderFold(node: InstanceNode, open: boolean): TemplateResult {
    return html`<button
      class="fold"
      type="button"
      aria-expanded=${String(open)}
      aria-label=${this.text.form.expand(stepOf(node))}
      @click=${() => this.handleFold(node)}
    >
      ${icon('chevron')}
    </button>`;
  }

  private renderFound(root: InstanceNode): unknown {
    const found = allNodes(root).filter((node) => this.fits(node));
    return html`${found
      .slice(0, LISTED)
      .map((node) => html`<li class="node">${this.renderNode(node, node.ref)}</li>`)}
    ${found.length > LISTED ? html`<li class="muted">${this.text.more(found.length - LISTED)}</li>` : nothing}`;
  }

  private fits({ ref, lexical }: InstanceNode): boolean {
    return ref.toLowerCase().includes(this.search) || lexical.toLowerCase().includes(this.search);
  }

  private renderNode(node: InstanceNode, name: string): TemplateResult {
    return html`<button
      class="choose"
      type="button"
      aria-pressed=${String(node === this.chosen)}
      @click=${() => (this.chosen = node)}
    >
      <span class=${node.relevant ? '' : 'muted'}>${name}</span>
      ${node.lexical === '' ? nothing : html`<strong class="value" dir="auto">${node.lexical}</strong>`}
      ${this.tagsOf(node).map(({ word, wrong }) => html`<span class="tag ${wrong ? 'wrong' : ''}">${word}</span>`)}
    </button>`;
  }

  private tagsOf(node: InstanceNode): readonly { word: string; wrong: boolean }[] {
    const text = this.text.form;
    const tags = [
      { word: text.notRelevant, holds: !node.relevant, wrong: false },
      { word: text.required, holds: node.required, wrong: false },
      { word: text.readonly, holds: node.readonly, wrong: false },
      { word: text.invalid, holds: node.violation !== undefined, wrong: true },
    ];
    return tags.filter(({ holds }) => holds);
  }

  private renderChosen(form: FormInstance): unknown {
    const { chosen, text } = this;
    if (chosen === undefined || !chosen.attached)
      return html`<p class="muted">${text.form.chooseOne}</p>`;
    const decisions = explainNode(form, chosen);
    return html`<h3><code dir="ltr">${chosen.ref}</code></h3>
      <dl>
        <dt>${text.form.value}</dt>
        <dd class="code" dir="auto">
          ${chosen.lexical === '' ? text.expression.empty : chosen.lexical}
        </dd>
        <dt>${text.form.type}</dt>
        <dd class="code">${chosen.type}</dd>
      </dl>
      ${decisions.length === 0 ? html`<p class="muted">${text.form.undecided}</p>` : nothing}
      ${decisions.map((decision) => this.renderDecision(form, decision))}`;
  }

  private renderDecision(form: FormInstance, decision: Decision): TemplateResult {
    const { property, of, holds, trace, line } = decision;
    const { text } = this;
    const view = { dialect: form.definition.dialect, timeZone: form.timeZone, text };
    return html`<div class="stack decision">
      <p>
        <strong>${text.form.property(property, holds)}</strong><br />
        <span class="muted">${text.form.decidedBy(of.ref, line)}</span>
      </p>
      <p><code dir="ltr">${trace.text}</code> ${renderValue(trace, view)}</p>
      ${renderParts(trace, view)}
    </div>`;
  }
}

function stepOf({ kind, name, ref }: InstanceNode): string {
  return kind === 'attribute' ? `@${name}` : ref.slice(ref.lastIndexOf('/') + 1);
}

function allNodes(node: InstanceNode): InstanceNode[] {
  return [node, ...[...node.attributes, ...node.children].flatMap(allNodes)];
}

declare global {
  interface HTMLElementTagNameMap {
    'dev-form': DevForm;
  }
}
