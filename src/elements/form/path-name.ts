import type { ControlNode } from '../../xforms/control-node.ts';
import type { StringsController } from '../strings/strings-controller.ts';
import { plainWords } from './form-text.ts';
import { itemTitle, toldTotal, type ItemPlace } from './repeat-item-name.ts';

/** What lies around a screen, in words, outermost first: `Household › Child 2 of 3: Amina`; `''` where nothing has a name. */
export function pathName(
  path: readonly ControlNode[],
  words: Pick<StringsController, 'strings' | 'lang'>,
): string {
  const names = path.map((control, index) => nameOf(control, path[index - 1], words));
  return names.filter((name) => name !== '').join(' › ');
}

function nameOf(
  control: ControlNode,
  around: ControlNode | undefined,
  words: Pick<StringsController, 'strings' | 'lang'>,
): string {
  if (control.kind === 'repeat') return '';
  if (control.kind !== 'item' || around === undefined) return plainWords(control.label);
  return itemTitle(control, placeOf(control, around), words);
}

/** Where an item stands in its repeat. */
function placeOf(item: ControlNode, repeat: ControlNode): ItemPlace {
  const items = repeat.children.filter(({ relevant }) => relevant);
  return {
    ...{ label: plainWords(repeat.label), position: items.indexOf(item) + 1 },
    total: toldTotal(items.length),
  };
}
