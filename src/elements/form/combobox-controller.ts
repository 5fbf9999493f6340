import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Choice } from '../../xforms/choice.ts';
import { icon } from '../shared/icon.ts';
import type { FormStrings } from '../strings/form-strings.ts';
import { filterChoices, filterModeOf, fold } from './choice-filter.ts';
import { plainWords, renderWords } from './form-text.ts';

/** More than these are not rendered at a time. */
const SHOWN = 100;

/** What a combobox asks of its host. */
export interface ComboboxOptions {
  readonly choices: () => readonly Choice[];
  readonly value: () => string;
  readonly appearance: () => readonly string[];
  readonly strings: () => FormStrings;
  readonly more: (count: number) => string;
  /** A choice was taken, or the answer was emptied (`''`). */
  readonly choose: (value: string) => void;
  /** The person left with text that is no choice. */
  readonly leaveText: (text: string) => void;
  /** Leaves what hands over what is being typed; returns what takes it back. */
  readonly hold: (finish: () => void) => () => void;
  /** Keeps what is being typed while the question is out of sight, and gives it back once. */
  readonly keep: (typed: string) => void;
  readonly takeKept: () => string | undefined;
}

interface ComboboxState {
  readonly describedBy: string | typeof nothing;
  readonly invalid: boolean;
  readonly required: boolean;
  readonly disabled: boolean;
}

/** A combobox for an element. */
export function comboboxFor(
  host: ReactiveControllerHost & HTMLElement,
  options: ComboboxOptions,
): ComboboxController {
  return new ComboboxController(host, options);
}

/**
 * The ARIA combobox with a listbox: one types to find, arrows move, Enter takes, Escape closes and then clears. It renders into its
 * host's shadow root, where the label is.
 */
export class ComboboxController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: ComboboxOptions;
  #open = false;
  #wasOpen = false;
  #active = -1;
  /** What is being typed; `undefined` while the box shows the chosen label. */
  #typed: string | undefined;
  #release: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: ComboboxOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    const kept = this.#options.takeKept();
    if (kept !== undefined) this.#type(kept);
  }

  hostDisconnected(): void {
    if (this.#typed !== undefined) this.#options.keep(this.#typed);
    this.#forget();
  }

  hostUpdated(): void {
    const hasOpened = this.#open && !this.#wasOpen;
    this.#wasOpen = this.#open;
    if (!this.#open) return;
    const { shadowRoot } = this.#host;
    shadowRoot?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
    if (hasOpened) shadowRoot?.querySelector('.popup')?.scrollIntoView({ block: 'nearest' });
  }

  render({ describedBy, invalid, required, disabled }: ComboboxState): unknown {
    const strings = this.#options.strings();
    const found = this.#open ? this.#found : [];
    return html`<div class="combobox" @focusout=${this.#handleLeave}>
      <input
        part="input"
        id="control"
        class="control"
        role="combobox"
        type="text"
        autocomplete="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded=${this.#open ? 'true' : 'false'}
        aria-controls="listbox"
        aria-activedescendant=${this.#active < 0 ? nothing : `option-${this.#active}`}
        aria-describedby=${describedBy}
        aria-invalid=${invalid ? 'true' : nothing}
        aria-required=${required ? 'true' : nothing}
        placeholder=${strings.filterChoices}
        ?disabled=${disabled}
        .value=${live(this.#typed ?? this.#chosenLabel)}
        @input=${this.#handleInput}
        @keydown=${this.#handleKeydown}
        @click=${this.#handleClick}
      />
      <button
        type="button"
        class="toggle"
        tabindex="-1"
        aria-label=${strings.showChoices}
        ?disabled=${disabled}
        @pointerdown=${keepFocus}
        @click=${this.#handleToggle}
      >
        ${icon('down')}
      </button>
      <div class="popup" ?hidden=${!this.#open} @pointerdown=${keepFocus}>
        <div
          part="listbox"
          id="listbox"
          class="listbox"
          role="listbox"
          aria-label=${strings.showChoices}
        >
          ${found.slice(0, SHOWN).map((choice, index) => this.#renderOption(choice, index))}
        </div>
        ${this.#renderRest(found.length)}
      </div>
      <div class="visually-hidden" role="status">
        ${this.#open && this.#typed !== undefined ? strings.choicesFound(found.length) : nothing}
      </div>
    </div>`;
  }

  #renderOption({ value, label }: Choice, index: number): unknown {
    const active = index === this.#active;
    return html`<div
      part="option"
      class="option ${active ? 'active' : ''}"
      id="option-${index}"
      role="option"
      aria-selected=${value === this.#options.value() ? 'true' : 'false'}
      ?data-active=${active}
      @click=${() => this.#take(value)}
    >
      <span>${renderWords(label)}</span>${value === this.#options.value() ? icon('tick') : nothing}
    </div>`;
  }

  #renderRest(found: number): unknown {
    if (!this.#open || (found > 0 && found <= SHOWN)) return nothing;
    const words =
      found === 0 ? this.#options.strings().noChoices : this.#options.more(found - SHOWN);
    return html`<div class="rest muted small">${words}</div>`;
  }

  get #found(): readonly Choice[] {
    return filterChoices(
      this.#options.choices(),
      this.#typed ?? '',
      filterModeOf(this.#options.appearance()),
    );
  }

  get #chosenLabel(): string {
    const value = this.#options.value();
    const choice = this.#options.choices().find((each) => each.value === value);
    return choice === undefined ? value : plainWords(choice.label);
  }

  readonly #handleInput = (event: Event): void => {
    this.#type((event.currentTarget as HTMLInputElement).value);
    this.#open = true;
    this.#active = this.#typed?.trim() === '' || this.#found.length === 0 ? -1 : 0;
    this.#host.requestUpdate();
  };

  /** Sending the form leaves the box as well. */
  #type(text: string): void {
    this.#typed = text;
    this.#release ??= this.#options.hold(() => this.#leave());
  }

  #forget(): void {
    this.#typed = undefined;
    this.#release?.();
    this.#release = undefined;
  }

  readonly #handleClick = (): void => {
    if (!this.#open) this.#show();
  };

  readonly #handleToggle = (): void => {
    this.#host.shadowRoot?.querySelector<HTMLElement>('#control')?.focus();
    if (this.#open) this.#close();
    else this.#show();
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const act = this.#actions[event.key];
    if (act === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (act.call(this)) event.preventDefault();
  };

  /** By key; true when the key has done its work. */
  readonly #actions: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => this.#move(1),
    ArrowUp: () => this.#move(-1),
    Enter: () => this.#takeActive(),
    Escape: () => this.#escape(),
  };

  readonly #handleLeave = (event: FocusEvent): void => {
    const inside = event.currentTarget as HTMLElement;
    if (event.relatedTarget instanceof Node && inside.contains(event.relatedTarget)) return;
    this.#leave();
  };

  #show(): void {
    this.#open = true;
    this.#active = this.#found.findIndex(({ value }) => value === this.#options.value());
    this.#host.requestUpdate();
  }

  #close(): void {
    this.#open = false;
    this.#active = -1;
    this.#host.requestUpdate();
  }

  #move(step: 1 | -1): boolean {
    if (!this.#open) {
      this.#show();
      if (this.#active >= 0) return true;
    }
    const count = Math.min(this.#found.length, SHOWN);
    const from = this.#active < 0 && step < 0 ? 0 : this.#active;
    this.#active = count === 0 ? -1 : (from + step + count) % count;
    this.#host.requestUpdate();
    return true;
  }

  #takeActive(): boolean {
    const choice = this.#open ? this.#found[this.#active] : undefined;
    if (choice === undefined) return false;
    this.#take(choice.value);
    return true;
  }

  #escape(): boolean {
    if (this.#open) {
      this.#close();
      return true;
    }
    if (this.#typed === undefined && this.#options.value() === '') return false;
    this.#take('');
    return true;
  }

  #take(value: string): void {
    this.#forget();
    this.#close();
    this.#options.choose(value);
  }

  /** Text that was typed out in full is as good as a choice; an emptied box is no answer; anything else stays to be seen. */
  #leave(): void {
    const typed = this.#typed;
    this.#close();
    if (typed === undefined) return;
    this.#forget();
    const exact = this.#options
      .choices()
      .find(({ label }) => fold(plainWords(label)) === fold(typed));
    if (exact !== undefined) this.#options.choose(exact.value);
    else if (typed.trim() === '') this.#options.choose('');
    else this.#options.leaveText(typed);
  }
}

// A press on the list must not take the focus from the box.
function keepFocus(event: Event): void {
  event.preventDefault();
}
